#!/usr/bin/python3
"""Runs the measurements of tests/bench: bench.py BUILD [ROWS]."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

BUILD = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000
RUNS = 3
CLI = os.path.join(BUILD, "app", "taga-cli")
APP = os.path.join(BUILD, "tests", "bench-app")
UI = os.path.join(BUILD, "tests", "bench-ui")
XLSX = os.path.join(BUILD, "tests", "bench-xlsx")
PAPER = os.path.join(BUILD, "tests", "bench-paper")

READ_WITH_OPENPYXL = """
import openpyxl, sys
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(1 for row in book.worksheets[0].iter_rows(values_only=True)))
"""

RECALCULATE = """
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
office = subprocess.Popen(["soffice", "--headless", "--norestore",
    "-env:UserInstallation=file://" + sys.argv[2], "--accept=pipe,name=taga-bench;urp;"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for attempt in range(100):
        try:
            context = resolver.resolve("uno:pipe,name=taga-bench;urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            time.sleep(0.2)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    book = desktop.loadComponentFromURL("file://" + sys.argv[1], "_blank", 0, (hidden,))
    start = time.monotonic()
    book.calculateAll()
    print((time.monotonic() - start) * 1000)
    book.close(True)
finally:
    office.terminate()
    office.wait()
"""


def run(command, **options):
    """Runs a command; its seconds and its peak memory in MiB, and what it printed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **options)
    output = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        raise SystemExit(f"{' '.join(command)}: status {status}")
    return seconds, usage.ru_maxrss / 1024, output


def median(command, prepare=None, runs=RUNS):
    results = []
    for _ in range(runs):
        if prepare:
            prepare()
        results.append(run(command))
    return (statistics.median(r[0] for r in results), max(r[1] for r in results))


def figures(output):
    return {name: float(value) for name, value in
            (line.split() for line in output.splitlines() if len(line.split()) == 2)}


def line(what, value, aim):
    print(f"{what:<58} {value:<34} aim: {aim}", flush=True)


def bench_export(folder, company):
    target, bare = (os.path.join(folder, n) for n in ("register.xlsx", "bare.xlsx"))

    def remove():
        for path in (target, bare):
            if os.path.exists(path):
                os.remove(path)
    ours, memory = median([CLI, "export", company, target], remove)
    theirs = statistics.median(
        figures(run([XLSX, company, bare])[2])["seconds"] for _ in range(RUNS))
    run([CLI, "export", company, target, "--replace"])
    line(f"register to .xlsx, {ROWS} assets, to libxlsxwriter alone",
         f"{ours / theirs:.2f} x ({ours:.2f} s, {memory:.0f} MiB)", "<= 1.25 x, memory flat")
    return target


def bench_analysis(folder, company, rows):
    target, bare = (os.path.join(folder, n) for n in ("analysis.xlsx", "bare.xlsx"))

    def remove():
        for path in (target, bare):
            if os.path.exists(path):
                os.remove(path)
    ours, memory = median([CLI, "export", company, target, "--report", "analysis"], remove)
    theirs = statistics.median(
        figures(run([XLSX, company, bare, "analysis"])[2])["seconds"] for _ in range(RUNS))
    line(f"analysis to .xlsx, {rows} assets, to libxlsxwriter alone",
         f"{ours / theirs:.2f} x ({ours:.2f} s, {memory:.0f} MiB)", "<= 1.25 x, memory flat")


def bench_import(folder, workbook):
    empty = os.path.join(folder, "empty.taga")
    run([CLI, "new", empty])
    ours, memory = median([CLI, "import", empty, workbook, "--dry-run", "--json"])
    theirs, _ = median(["/usr/bin/python3", "-c", READ_WITH_OPENPYXL, workbook], runs=1)
    line(f".xlsx to proposal, {ROWS} rows, openpyxl read-only to it",
         f"{theirs / ours:.1f} x ({ours:.2f} s, {memory:.0f} MiB)", ">= 8 x, memory flat")


def bench_paper(folder):
    found = [figures(run([PAPER, os.path.join(folder, "paper.pdf")])[2]) for _ in range(RUNS)]
    theirs, layout, ours = (statistics.median(f[key] for f in found)
                            for key in ("pango", "layout", "paper"))
    line(f"{found[0]['pages']:.0f} pages set / written to .pdf, to pango laying the text out",
         f"{layout / theirs:.2f} / {ours / theirs:.2f} x ({ours:.2f} s)", "about 1 x")


def bench_app(folder, company, workbook):
    _, _, output = run([APP, "run", company])
    found = figures(output)
    value = f"{found['all-risks']:.0f} ms"
    try:
        _, _, recalculated = run(["/usr/bin/python3", "-c", RECALCULATE, workbook,
                                  os.path.join(folder, "office")])
        value += f", {float(recalculated) / found['all-risks']:.0f} x LibreOffice"
    except (SystemExit, ValueError):
        value += ", LibreOffice did not recalculate"
    line("all risks after one answer changes", value, "<= 50 ms, >= 100 x LibreOffice")
    advice = found["figures"] + found["advice"]
    line(f"advice for {ROWS} assets, to all risks",
         f"{advice / found['all-risks']:.2f} x ({advice:.0f} ms)", "<= 1 x")
    line("advice after another answer, most and least to choose from",
         f"{found['advice-nothing-done']:.1f} / {found['advice']:.1f} ms", "<= 100 ms")
    line("sort by risk, until the order is known", f"{found['sort-by-risk']:.0f} ms", "100 ms on screen")
    line("sort by name, until the order is known", f"{found['sort-by-name']:.0f} ms", "100 ms on screen")
    line("undo of a 10,000-row change", f"{found['undo-10000']:.0f} ms", "<= 1,000 ms")
    line("open and check the file", f"{found['open']:.0f} ms", "")


def bench_ui(folder, small, middle, large):
    environment = dict(os.environ, GDK_BACKEND="x11", GSK_RENDERER="cairo", GIO_USE_VFS="local",
                       GSETTINGS_BACKEND="memory", GDK_DEBUG="gl-disable", HOME=folder,
                       LC_ALL="C.UTF-8", LANGUAGE="ja")

    def start(what):
        results = []
        for _ in range(5):
            output = subprocess.run(
                ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -noreset", "dbus-run-session", "--",
                 UI, what], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()
            results.append(figures(output))
        return {key: statistics.median(r[key] for r in results) for key in results[0]}

    def work(company):
        copy = os.path.join(folder, "work.taga")
        shutil.copyfile(company, copy)
        return figures(subprocess.run(
            ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -noreset", "dbus-run-session", "--",
             UI, copy, "hands"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            check=True).stdout.decode())
    empty, first, last = start("empty"), start(small), start(large)
    line("first frame, 1,000 assets, to an empty libadwaita window",
         f"{first['first-frame'] / empty['first-frame']:.2f} x ({first['first-frame']:.0f} ms)",
         "<= 1.2 x")
    line(f"first frame, {ROWS} assets, more than with 1,000",
         f"{last['first-frame'] - first['first-frame']:.0f} ms", "<= 1,000 ms")
    line(f"memory, {ROWS} assets, window open",
         f"{last['resident-kib'] / 1024:.0f} MiB (empty: {empty['resident-kib'] / 1024:.0f})",
         "<= 160 MiB")
    works = [work(small), work(middle), work(large)]
    for what, key, aim in (
            ("arrow key to its frame", "move", "<= 8 ms, <= 1.2 x"),
            ("page key to its frame", "page", "<= 16 ms, <= 1.2 x"),
            ("letter to its frame", "type", "<= 8 ms, <= 1.2 x"),
            ("Enter on a value, on disk and in its frame", "commit", "<= 50 ms")):
        found = [w[key] for w in works]
        line(f"{what}: 1,000, 10,000, {ROWS} assets",
             f"{' / '.join(f'{f:.1f}' for f in found)} ms ({found[2] / found[0]:.2f} x)", aim)
    for what, key, aim in (("sort by risk", "sort-screen", "100 ms"), ("end of that order", "unsort-screen", "100 ms"),
                           ("filter by name", "filter-screen", "100 ms")):
        line(f"{what}, on screen: 1,000, 10,000, {ROWS} assets",
             f"{' / '.join(f'{w[key]:.0f}' for w in works)} ms", aim)
    line(f"memory after that, {ROWS} assets", f"{works[2]['resident-after-kib'] / 1024:.0f} MiB", "<= 200 MiB")


def main():
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.2f} at the start")
    with tempfile.TemporaryDirectory() as folder:
        small, middle, large = (os.path.join(folder, n)
                                for n in ("small.taga", "middle.taga", "large.taga"))
        run([APP, "make", small, "1000"])
        run([APP, "make", middle, "10000"])
        run([APP, "make", large, str(ROWS)])
        workbook = bench_export(folder, large)
        bench_analysis(folder, middle, 10000)
        bench_import(folder, workbook)
        bench_paper(folder)
        bench_ui(folder, small, middle, large)
        bench_app(folder, large, workbook)
    print(f"load {os.getloadavg()[0]:.2f} at the end")


main()
