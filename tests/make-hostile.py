#!/usr/bin/python3
"""Make hostile workbooks and text files in a folder, to see how the reader refuses them.

make-hostile.py FOLDER writes one file per case, and expected.json: for each file the error that
reading it must end with (unreadable, damaged, dangerous, locked), or null if it can be read. Nothing
in them does any harm to a reader that has limits; do not open them in a spreadsheet program.
"""

import io
import json
import os
import struct
import sys
import warnings
import zipfile

import openpyxl

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'

expected = {}
folder = ""


def case(name, error):
    expected[name] = error
    return os.path.join(folder, name)


def sheet(rows, after=""):
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def relations(*items):
    body = "".join(
        f'<Relationship Id="{key}" Type="{REL}/{kind}" Target="{target}"{more}/>'
        for key, kind, target, more in items
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def parts(**changes):
    """The parts of a small workbook; a change to None leaves one out."""
    workbook = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
        '<sheet name="台帳" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    found = {
        "rels": ("_rels/.rels", relations(("rId1", "officeDocument", "xl/workbook.xml", ""))),
        "workbook": ("xl/workbook.xml", workbook),
        "book_rels": (
            "xl/_rels/workbook.xml.rels",
            relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml", ""),
                ("rId2", "sharedStrings", "sharedStrings.xml", ""),
            ),
        ),
        "strings": ("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}"><si><t>顧客名簿</t></si></sst>'),
        "sheet": (SHEET, sheet('<row><c t="s"><v>0</v></c></row>')),
    }
    for key, text in changes.items():
        found[key] = (found[key][0], text)
    return [(name, text) for name, text in found.values() if text is not None]


def write(name, error, items=None, **changes):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that come twice
        with zipfile.ZipFile(case(name, error), "w", zipfile.ZIP_DEFLATED) as archive:
            for part, text in parts(**changes) + (items or []):
                archive.writestr(part, text)


def write_stream(name, error, blocks, part=SHEET, padding=0):
    """A workbook with one part that is too large to be held at once. Padding that cannot be packed
    hides from who compares the file's size with what it unpacks to."""
    with zipfile.ZipFile(case(name, error), "w", zipfile.ZIP_DEFLATED) as archive:
        if padding:
            archive.writestr("xl/media/image1.png", os.urandom(padding))
        for key, text in parts():
            if key != part:
                archive.writestr(key, text)
        with archive.open(part, "w", force_zip64=True) as stream:
            for block in blocks:
                stream.write(block if isinstance(block, bytes) else block.encode())


def write_bytes(name, error, data):
    with open(case(name, error), "wb") as file:
        file.write(data)


def workbook_bytes():
    """What openpyxl writes, to be broken afterwards."""
    book = openpyxl.Workbook()
    for row in range(200):
        book.active.append([f"資産{row}", row, "総務部"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def bombs():
    zeros = bytes(1 << 20)
    write_stream("bomb-of-zeros.xlsx", "dangerous", (zeros for _ in range(1000)))
    row = "<row><c><v>1</v></c></row>" * 40000
    write_stream(
        "bomb-of-rows.xlsx",
        "dangerous",
        [sheet("").split("</sheetData>")[0]] + [row] * 200 + ["</sheetData></worksheet>"],
    )
    write_stream(
        "bomb-of-shared-texts.xlsx",
        "dangerous",
        [f'<sst xmlns="{MAIN}">'] + ["<si/>" * 200000] * 120 + ["</sst>"],
        "xl/sharedStrings.xml",
    )
    write_stream(
        "padded-rows.xlsx",
        "dangerous",
        [sheet("").split("</sheetData>")[0]] + [row] * 200 + ["</sheetData></worksheet>"],
        padding=2 << 20,
    )
    write_stream(
        "padded-shared-texts.xlsx",
        "dangerous",
        [f'<sst xmlns="{MAIN}"><si><t>顧客名簿</t></si>'] + ["<si/>" * 200000] * 134 + ["</sst>"],
        "xl/sharedStrings.xml",
        2 << 20,
    )
    text = f'<c t="str"><v>{"x" * 32767}</v></c>'
    write_stream(
        "padded-row-of-text.xlsx",
        "dangerous",
        [sheet("<row>").split("</sheetData>")[0]] + [text * 10] * 600,
        padding=2 << 20,
    )
    silent = f'<row><!--{"-a" * 60000}--></row>'
    write_stream(
        "padded-comments.xlsx",
        None,
        [sheet("").split("</sheetData>")[0]] + [silent] * 2200 + ["</sheetData></worksheet>"],
        padding=2 << 20,
    )
    many = "<row " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(60)) + " "
    many += " ".join(f'a{i}:b="{i}"' for i in range(60)) + "/>"
    write_stream(
        "padded-namespaces.xlsx",
        None,
        [sheet("").split("</sheetData>")[0]] + [many * 100] * 1600 + ["</sheetData></worksheet>"],
        padding=2 << 20,
    )
    quotes = "&quot;" * 150000
    write("quotes-in-attribute.xlsx", "dangerous", sheet=sheet(f'<row><c x="{quotes}"/></row>'))
    write("quotes-in-cell.xlsx", "damaged", sheet=sheet(f'<row><c t="str"><v>{quotes}</v></c></row>'))
    write("comment.xlsx", "dangerous", sheet=sheet(f"<!--{'-a' * 4000000}-->"))
    write("attributes.xlsx", "dangerous",
          sheet=sheet("<row " + " ".join(f'a{i}=""' for i in range(100000)) + "/>"))
    write("few-attributes.xlsx", "dangerous",
          sheet=sheet("<row " + " ".join(f'a{i}=""' for i in range(10000)) + "/>"))
    write("namespaces.xlsx", "dangerous",
          sheet=sheet("<row " + " ".join(f'xmlns:a{i}="u{i}"' for i in range(5000)) + "/>"))
    write("depth.xlsx", "dangerous", sheet=sheet("<a>" * 100000 + "</a>" * 100000))
    write("long-cell.xlsx", "damaged", sheet=sheet(f'<row><c t="str"><v>{"x" * 32768}</v></c></row>'))
    write("parts-5001.xlsx", "dangerous", [(f"xl/media/{i}.png", "") for i in range(5000 - 4)])


def entities():
    laughs = "".join(
        f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' if i else '<!ENTITY l0 "lol">' for i in range(10)
    )
    for name, declared, used in (
        ("billion-laughs", laughs, "&l9;"),
        ("external-entity", '<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"),
        ("parameter-entity", '<!ENTITY % p SYSTEM "http://127.0.0.1:9/e.dtd"> %p;', ""),
    ):
        text = f'<!DOCTYPE worksheet [{declared}]><worksheet xmlns="{MAIN}"><sheetData><row>'
        text += f'<c t="str"><v>{used}</v></c></row></sheetData></worksheet>'
        write(f"{name}.xlsx", "dangerous", sheet=text)
    write("unknown-entity.xlsx", "damaged", sheet=sheet('<row><c t="str"><v>&e;</v></c></row>'))


def cells():
    for name, error, rows in (
        ("cell-xfe1", "dangerous", '<row r="1"><c r="XFE1"><v>1</v></c></row>'),
        ("row-1048577", "dangerous", '<row r="1048577"><c><v>1</v></c></row>'),
        ("shared-index", "damaged", '<row><c t="s"><v>1</v></c></row>'),
        ("shared-index-negative", "damaged", '<row><c t="s"><v>-1</v></c></row>'),
        ("style-index", "damaged", '<row><c s="9"><v>1</v></c></row>'),
        ("rows-back", "damaged", '<row r="2"/><row r="1"/>'),
        ("cell-twice", "damaged", '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        ("cell-elsewhere", "damaged", '<row r="1"><c r="A2"><v>1</v></c></row>'),
        ("number", "damaged", "<row><c><v>0x7F</v></c></row>"),
        ("surrogate", "damaged", '<row><c t="str"><v>&#xD800;</v></c></row>'),
        ("nul-reference", "damaged", '<row><c t="str"><v>&#0;</v></c></row>'),
        ("nul-byte", "damaged", '<row><c t="str"><v>a\0b</v></c></row>'),
    ):
        write(f"{name}.xlsx", error, sheet=sheet(rows))
    bad = sheet('<row><c t="str"><v>@</v></c></row>').encode()
    write("invalid-utf-8.xlsx", "damaged", sheet=bad.replace(b"@", b"\xe9\xa1"))
    write("overlong-utf-8.xlsx", "damaged", sheet=bad.replace(b"@", b"\xc0\xaf"))
    write("surrogate-utf-8.xlsx", "damaged", sheet=bad.replace(b"@", b"\xed\xa0\x80"))


def merges():
    def ranges(found):
        return "<mergeCells>" + "".join(f'<mergeCell ref="{r}"/>' for r in found) + "</mergeCells>"

    def letters(column):
        return openpyxl.utils.get_column_letter(column)

    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    tall = ranges(f"{letters(c)}1:{letters(c)}1048576" for c in range(1, 16385))
    write("merges-tall.xlsx", "dangerous", sheet=sheet(row, tall))
    write("merges-overlap.xlsx", "damaged", sheet=sheet(row, ranges(["A1:A9", "A5:B6"])))
    write("merges-outside.xlsx", "dangerous", sheet=sheet(row, ranges(["A1:A1048577"])))


def packages():
    whole = workbook_bytes()
    write_bytes("truncated.xlsx", "damaged", whole[: len(whole) // 2])
    write_bytes("no-table.xlsx", "damaged", whole[:-64])
    write_bytes("not-a-zip.xlsx", "damaged", b"PK\3\4" + b"no archive at all " * 500)
    write_bytes("binary.xlsx", "unreadable", bytes(range(256)) * 40)
    write_bytes("text-renamed.xlsx", None, "業務分類,情報資産名称\n人事,社員名簿\n".encode())
    write_bytes("web-page.xls", "unreadable", b"<html><table><tr><td>1</td></tr></table></html>")
    write_bytes("empty.xlsx", "unreadable", b"")

    broken = bytearray(whole)
    at = whole.index(SHEET.encode()) + len(SHEET) + 40
    broken[at : at + 20] = bytes(20)
    write_bytes("broken-stream.xlsx", "damaged", bytes(broken))

    write_bytes("packed-with-password.xlsx", "locked", packed_with_password())
    write("same-name.xlsx", "dangerous", [(SHEET, sheet(""))])
    write("same-name-but-for-capitals.xlsx", "dangerous", [(SHEET.upper(), sheet(""))])
    write("no-workbook.xlsx", "unreadable", workbook=None)
    write("no-sheet.xlsx", "damaged", sheet=None)
    write("path-up.xlsx", "dangerous", [("../../evil.xml", "")])
    write("path-absolute.xlsx", "dangerous", [("/etc/evil.xml", "")])
    write("path-drive.xlsx", "dangerous", [("C:/evil.xml", "")])
    write_bytes("path-backslash.xlsx", "dangerous", backslash())
    for name, target, more in (
        ("relation-up", "../../../etc/passwd", ""),
        ("relation-http", "http://127.0.0.1:9/sheet1.xml", ""),
        ("relation-external", "worksheets/sheet1.xml", ' TargetMode="External"'),
    ):
        write(f"{name}.xlsx", "dangerous", book_rels=relations(("rId1", "worksheet", target, more)))


def packed_with_password():
    """The sheet is marked as encrypted, in its own header and in the table."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts():
            archive.writestr(name, text)
    data = bytearray(stream.getvalue())
    first = data.index(SHEET.encode())
    data[first - 30 + 6] |= 1
    data[data.index(SHEET.encode(), first + 1) - 46 + 8] |= 1
    return bytes(data)


def backslash():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts() + [("xl/a!b.xml", "")]:
            archive.writestr(name, text)
    return stream.getvalue().replace(b"xl/a!b.xml", b"xl/a\\b.xml")


def lies():
    """Packages whose table of parts is not what it seems."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts(sheet=sheet("<row/>" * 100000)):
            archive.writestr(name, text)
    whole = bytearray(stream.getvalue())
    size = len(sheet("<row/>" * 100000).encode())
    write_bytes("size-lie-small.xlsx", "damaged",
                bytes(whole).replace(struct.pack("<I", size), struct.pack("<I", 100)))
    write_bytes("size-lie-large.xlsx", "dangerous",
                bytes(whole).replace(struct.pack("<I", size), struct.pack("<I", 0x7FFFFFFF)))

    name = b"xl/big.xml"
    extra = struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 62)
    header = struct.pack("<HHHHHIIIHH", 45, 0, 8, 0, 33, 0, 0xFFFFFFFF, 0xFFFFFFFF, len(name), len(extra))
    local = b"PK\3\4" + header + name + extra
    central = b"PK\1\2" + struct.pack("<H", 45) + header + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    write_bytes("zip64-lie.xlsx", "dangerous", local + central + end)

    table = b"".join(
        b"PK\1\2" + struct.pack("<HHHHHHIIIHHHHHII", 20, 20, 0, 0, 0, 33, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0)
        + b"%07d" % i
        for i in range(1000000)
    )
    local = b"PK\3\4" + struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, 0, 0, 0, 7, 0) + b"0000000"
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 0xFFFF, 0xFFFF, len(table), len(local), 0)
    write_bytes("table-of-a-million.xlsx", "dangerous", local + table + end)


def compound():
    def ole(name):
        entry = name.encode("utf-16-le").ljust(64, b"\0") + bytes(64)
        return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + bytes(512) + entry * 4

    write_bytes("encrypted.xlsx", "locked", ole("EncryptedPackage"))
    write_bytes("old.xls", "unreadable", ole("Workbook"))


def texts():
    write_bytes("quote-never-closed.csv", "damaged", b'a,b\n1,"2\n' + b"3,4\n" * 5000)
    write_bytes("quotes.csv", "damaged", b'"' * (32 << 20))
    write_bytes("long-field.csv", "damaged", b"x" * (32 << 20))
    write_bytes("commas.csv", "dangerous", b"," * (32 << 20))
    write_bytes("lines.csv", "dangerous", b"\n" * (32 << 20))
    write_bytes("fields.csv", "dangerous", b"x," * (16 << 20))
    write_bytes("not-cp932.csv", "damaged", "資産,部署\n".encode("cp932") + b"\x81\x20,1\n")
    write_bytes("nul.csv", "unreadable", b"a,b\n\0,1\n")
    write_bytes("jis.csv", "unreadable", "業務,資産\n".encode("iso-2022-jp"))


def main():
    global folder
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for make in (bombs, entities, cells, merges, packages, lies, compound, texts):
        make()
    with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(expected, file, indent=2, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    main()
