#!/usr/bin/python3
"""Writes registers of information assets as workbooks, the way offices have them.

    make-register.py write TARGET [OPTION]... < ASSETS
    make-register.py text FILE [SHEET]      prints a sheet's cells, a row a line, cells between "|"
    make-register.py sheets FILE            prints what there is: sheets, panes, lists, widths
    make-register.py strip FILE TARGET      saves a workbook without the results of its formulas

An asset is a line of cells with "|" between them, in the order of the columns of appendix 7 that
people fill in, or of --order. A whole number becomes a number; a day such as 2026-07-01 a date; a
word such as #REF! an error; what stands behind an apostrophe stays text; "\\n" is a line break.
"""

import argparse
import datetime
import re
import sys

import openpyxl
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles import Alignment, Border, Side
from openpyxl.utils import get_column_letter

# Column of appendix 7: key, group, header as it is broken over lines, number of its marker.
COLUMNS = [
    ("business", None, "業務\n分類", "①"),
    ("name", None, "情報資産名称", "②"),
    ("note", None, "備考", "③"),
    ("users", None, "利用者\n範囲", "④"),
    ("department", None, "管理\n部署", "⑤"),
    ("medium", None, "媒体・\n保存先", "⑥"),
    ("personal", "個人情報の種類", "個人\n情報", "⑦"),
    ("sensitive", "個人情報の種類", "要配慮\n個人情報", "⑦"),
    ("my_number", "個人情報の種類", "マイナ\nンバー", "⑦"),
    ("confidentiality", "評価値", "機密性", "⑧"),
    ("integrity", "評価値", "完全性", "⑧"),
    ("availability", "評価値", "可用性", "⑧"),
    ("importance", None, "重要度", "⑧"),
    ("retention", None, "保存\n期限", "⑨"),
    ("registered", None, "登録日", "⑩"),
    ("threat", "現状から想定されるリスク〔入力不要・自動表示〕",
     "脅威の発生頻度\n（「脅威の状況」\nシートで設定）", "⑪"),
    ("vulnerability", "現状から想定されるリスク〔入力不要・自動表示〕",
     "脆弱性\n（「対策状況チェック」\nシートで設定）", "⑫"),
    ("likelihood", "現状から想定されるリスク〔入力不要・自動表示〕", "被害発生可能性", "⑬"),
    ("likelihood_words", "現状から想定されるリスク〔入力不要・自動表示〕", "被害発生可能性", "⑬"),
    ("risk", "現状から想定されるリスク〔入力不要・自動表示〕", "リスク値", "⑭"),
    ("risk_words", "現状から想定されるリスク〔入力不要・自動表示〕", "リスク値", "⑭"),
]

# What offices add of their own.
EXTRA = {
    "no": ("no", None, "No.", ""),
    "reviewed": ("reviewed", None, "見直し日", ""),
    "retired": ("retired", None, "廃止日", ""),
    "plan": ("plan", None, "対策方針", ""),
}

COMPUTED = {
    "importance": '=IF(OR({personal}{row}="有",{sensitive}{row}="有",{my_number}{row}="有"),{top},'
                  'IF({confidentiality}{row}="","",MAX({confidentiality}{row}:{availability}{row})))',
    "threat": '=IF({medium}{row}="","","2:特定の状況で発生する（年に数回程度）")',
    "vulnerability": '=IF({medium}{row}="","","2:部分的に脆弱性未対策")',
    "likelihood": '=IF({medium}{row}="","",ROUNDUP(LEFT({threat}{row},1)'
                  '/(4-LEFT({vulnerability}{row},1)),0))',
    "likelihood_words": '=IF({likelihood}{row}="","",CHOOSE({likelihood}{row},"可能性:低",'
                        '"可能性:中","可能性:高"))',
    "risk": '=IF(OR({importance}{row}="",{likelihood}{row}=""),"",'
            '{importance}{row}*{likelihood}{row})',
    "risk_words": '=IF({risk}{row}="","",IF({risk}{row}>=6,"リスク大",'
                  'IF({risk}{row}>=4,"リスク中","リスク小")))',
}

SHEETS_BEFORE = ["利用方法", "台帳記入例", "重要度定義"]
SHEETS_BEHIND = ["脅威の状況", "対策状況チェック", "診断結果"]

EXAMPLE = "記入例の部門|記入例の資産{}|記入例|記入例|記入例|書類||||{}|{}|{}||2016-07-01"

LINES = Border(*(Side(style="thin"),) * 4)


def cell_value(text):
    """Makes what a cell holds from how it is written."""
    text = text.replace("\\n", "\n")
    if text.startswith("'"):
        return text[1:]
    if re.fullmatch(r"-?\d{1,9}", text):
        return int(text)
    if re.fullmatch(r"-?\d{1,9}\.\d+", text):
        return float(text)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    return text or None


def put(sheet, row, column, text):
    """Puts a value into a cell. A text that looks like a formula stays a text."""
    cell = sheet.cell(row, column)
    value = cell_value(text)
    cell.value = value
    if isinstance(value, str) and value not in ERROR_CODES:
        cell.data_type = "s"
    if isinstance(value, datetime.date):
        cell.number_format = "yyyy/m/d"
    if isinstance(value, str) and "\n" in value:
        cell.alignment = Alignment(wrap_text=True)


class Register:
    """One sheet with a register on it."""

    def __init__(self, sheet, options):
        self.sheet = sheet
        self.options = options
        known = {column[0]: column for column in COLUMNS} | EXTRA
        keys = options.order.split(",") if options.order else [column[0] for column in COLUMNS]
        self.columns = [known[key] for key in keys]
        self.letters = {column[0]: get_column_letter(i + 1)
                        for i, column in enumerate(self.columns)}
        self.entered = [i for i, column in enumerate(self.columns)
                        if column[0] not in COMPUTED and column[0] != "no"]
        self.row = 1 + options.skip

    def write_header(self):
        """Writes the title and the one or two lines of names."""
        sheet, options = self.sheet, self.options
        if not options.plain:
            sheet.cell(self.row, 1).value = "情報資産管理台帳"
            self.row += 1
        lines = 1 if options.plain else 2
        for i, (key, group, header, marker) in enumerate(self.columns):
            if options.plain:
                header = header.replace("\n", "")
            if options.markers:
                header = marker + header
            if options.wide:
                header = "　" + " ".join(header)
            grouped = lines == 2 and group is not None
            line = self.row + (1 if grouped else 0)
            if i > 0 and header == self.columns[i - 1][2]:
                sheet.merge_cells(start_row=line, end_row=line, start_column=i, end_column=i + 1)
                continue
            cell = sheet.cell(line, i + 1)
            cell.value = header
            cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
            if lines == 2 and not grouped:
                sheet.merge_cells(start_row=self.row, end_row=self.row + 1,
                                  start_column=i + 1, end_column=i + 1)
        if lines == 2:
            self.write_groups()
        self.row += lines

    def write_groups(self):
        """Writes the upper line: a name over the columns that it goes for."""
        first = 0
        for i in range(1, len(self.columns) + 1):
            if i < len(self.columns) and self.columns[i][1] == self.columns[first][1]:
                continue
            if self.columns[first][1] is not None:
                self.sheet.cell(self.row, first + 1).value = self.columns[first][1]
                if i - first > 1:
                    self.sheet.merge_cells(start_row=self.row, end_row=self.row,
                                           start_column=first + 1, end_column=i)
            first = i

    def write_formulas(self, number):
        """Writes what the workbook computes in a row, and the row's number."""
        top = 2 if self.options.definitions == "old" else 3
        for i, (key, *_rest) in enumerate(self.columns):
            if key == "no":
                self.sheet.cell(self.row, i + 1).value = number
            elif key in COMPUTED:
                # What the sheet does not have stands for an empty column far to the right.
                names = {column[0]: "ZZ" for column in COLUMNS} | self.letters
                self.sheet.cell(self.row, i + 1).value = COMPUTED[key].format(
                    row=self.row, top=top, **names)
            self.sheet.cell(self.row, i + 1).border = LINES

    def write_assets(self, assets):
        """Writes the assets, and the rows that are prepared for more."""
        first = self.row
        for number, line in enumerate(assets, 1):
            for i, text in zip(self.entered, line.split("|")):
                put(self.sheet, self.row, i + 1, text)
            if not self.options.bare:
                self.write_formulas(number)
            self.row += 1
        if self.options.merge:
            self.merge_equal(first)
        for number in range(self.options.prepared):
            self.write_formulas(len(assets) + number + 1)
            self.row += 1

    def merge_equal(self, first):
        """Merges what is the same in neighbouring rows of the columns that --merge names."""
        for key in self.options.merge.split(","):
            column = openpyxl.utils.column_index_from_string(self.letters[key])
            start = first
            for row in range(first + 1, self.row + 1):
                value = self.sheet.cell(start, column).value
                if row < self.row and self.sheet.cell(row, column).value == value:
                    continue
                if row - start > 1 and value is not None:
                    self.sheet.merge_cells(start_row=start, end_row=row - 1,
                                           start_column=column, end_column=column)
                start = row


def write_definitions(sheet, lowest):
    """Writes what the levels mean, the highest first."""
    sheet.append(["情報資産の重要度"])
    sheet.append(["評価値", "機密性", "完全性", "可用性"])
    for level in (2, 1, 0):
        sheet.append([level + lowest, "漏れたときの影響", "改ざんされたときの影響", "止まったときの影響"])


def write_book(options, assets):
    """Writes a whole workbook, or one sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    if options.epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    names = [options.sheet]
    if options.book:
        names = SHEETS_BEFORE + names + SHEETS_BEHIND
    if options.definitions and "重要度定義" not in names:
        names.append("重要度定義")
    for name in names:
        sheet = book.create_sheet(name)
        if name in ("台帳記入例", options.sheet):
            register = Register(sheet, options)
            register.write_header()
            if name == options.sheet:
                register.write_assets(assets)
            else:
                register.write_assets([EXAMPLE.format(i, *(options.example or "121"))
                                       for i in range(1, 9)])
        elif name == "重要度定義" and options.definitions:
            write_definitions(sheet, 0 if options.definitions == "old" else 1)
        else:
            sheet["A1"] = name
            sheet["A3"] = "このシートの使い方"
    for name in filter(None, (options.hide or "").split(",")):
        book[name].sheet_state = "hidden"
    for key in filter(None, (options.hide_columns or "").split(",")):
        book[options.sheet].column_dimensions[register.letters[key]].hidden = True
    book.save(options.target)


def write(options):
    """Writes a workbook with the assets from standard input."""
    assets = [line for line in sys.stdin.read().split("\n") if line]
    if options.count:
        assets = [assets[i % len(assets)].replace("@", str(i + 1)) for i in range(options.count)]
    write_book(options, assets)


def text(options):
    """Prints the cells of a sheet."""
    book = openpyxl.load_workbook(options.file, data_only=not options.formulas)
    sheet = book[options.sheet] if options.sheet else book.worksheets[0]
    columns = [int(number) - 1 for number in options.columns.split(",")] if options.columns else None
    for row in sheet.iter_rows(min_row=options.first, values_only=True):
        cells = []
        for value in [row[i] for i in columns] if columns else row:
            if isinstance(value, datetime.datetime):
                value = value.date().isoformat()
            elif isinstance(value, float) and value.is_integer():
                value = int(value)
            cells.append("" if value is None else str(value).replace("\n", "\\n"))
        print("|".join(cells))


def sheets(options):
    """Prints what the sheets offer to who fills them in."""
    book = openpyxl.load_workbook(options.file)
    for sheet in book.worksheets:
        print(f"sheet {sheet.title} {sheet.sheet_state}")
        print(f"panes {sheet.freeze_panes}")
        print(f"titles {sheet.print_title_rows}")
        print(f"orientation {sheet.page_setup.orientation} {sheet.page_setup.paperSize}")
        for validation in sheet.data_validations.dataValidation:
            print(f"list {validation.sqref} {validation.type} {validation.formula1}")


def strip(options):
    """Saves a workbook anew; openpyxl writes no results of formulas."""
    openpyxl.load_workbook(options.file).save(options.target)


def edit(options):
    """Puts a text into a cell, and saves the workbook without any results."""
    book = openpyxl.load_workbook(options.file)
    book[options.sheet][options.cell] = options.value or None
    book.save(options.target)


def compare(options):
    """Prints the formulas that have other results in another workbook, and how many there are."""
    formulas = openpyxl.load_workbook(options.file)
    ours = openpyxl.load_workbook(options.file, data_only=True)
    theirs = openpyxl.load_workbook(options.other, data_only=True)
    count = 0
    for sheet in formulas.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            count += 1
            one = ours[sheet.title][cell.coordinate].value
            other = theirs[sheet.title][cell.coordinate].value
            if (one if one is not None else "") != (other if other is not None else ""):
                print(f"{sheet.title}!{cell.coordinate} {one!r} {other!r} {cell.value}")
    print(f"formulas {count}")


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)

    command = commands.add_parser("write")
    command.add_argument("target")
    command.add_argument("--sheet", default="情報資産管理台帳", help="name of the register's sheet")
    command.add_argument("--order", help="keys of the columns, from left to right")
    command.add_argument("--plain", action="store_true", help="one line of names, no title")
    command.add_argument("--skip", type=int, default=0, help="empty rows above")
    command.add_argument("--markers", action="store_true", help="circled numbers before names")
    command.add_argument("--wide", action="store_true", help="names spaced out")
    command.add_argument("--bare", action="store_true", help="no formulas beside the assets")
    command.add_argument("--prepared", type=int, default=0, help="empty rows with formulas")
    command.add_argument("--merge", help="keys of columns whose equal neighbours are merged")
    command.add_argument("--book", action="store_true", help="with the other sheets")
    command.add_argument("--definitions", choices=["old", "new"], help="with levels defined")
    command.add_argument("--example", help="the three values of the example's rows")
    command.add_argument("--hide", help="names of sheets to hide")
    command.add_argument("--hide-columns", help="keys of columns to hide")
    command.add_argument("--epoch-1904", action="store_true", help="days counted from 1904")
    command.add_argument("--count", type=int, help="as many assets; @ becomes their number")
    command.set_defaults(run=write)

    command = commands.add_parser("text")
    command.add_argument("file")
    command.add_argument("sheet", nargs="?")
    command.add_argument("--formulas", action="store_true", help="the formulas, not their results")
    command.add_argument("--columns", help="numbers of the columns, from 1")
    command.add_argument("--first", type=int, help="number of the first row")
    command.set_defaults(run=text)

    command = commands.add_parser("sheets")
    command.add_argument("file")
    command.set_defaults(run=sheets)

    command = commands.add_parser("edit")
    command.add_argument("file")
    command.add_argument("target")
    command.add_argument("sheet")
    command.add_argument("cell")
    command.add_argument("value")
    command.set_defaults(run=edit)

    command = commands.add_parser("compare")
    command.add_argument("file")
    command.add_argument("other")
    command.set_defaults(run=compare)

    command = commands.add_parser("strip")
    command.add_argument("file")
    command.add_argument("target")
    command.set_defaults(run=strip)

    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
