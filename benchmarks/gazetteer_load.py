"""How long the gazetteer takes until its first answer, and what it holds in memory, beside `import pandas`.

    python benchmarks/gazetteer_load.py [--runs 7] [--rows 1000000]

Prints medians of both and of their ratios pair by pair (at most 0.3 is asked for), and the resident memory after
reading a news text with all layers on (at most 250 MB). With --rows a user's file of so many rows is packed once
and opened again; its peak memory must not grow with the rows.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "articles" / "003-stranded-convoy.txt"
READY = "from timeline_app.geo import load_gazetteer; assert load_gazetteer({}).lookup('Deir Ezzor')"
READ = (
    "import resource, sys; from timeline_app.geo import find_places, load_gazetteer;"
    f" found = find_places(open({str(ARTICLE)!r}, encoding='utf-8').read(), load_gazetteer()); assert found;"
    " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
)
PEAK = READY + "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--rows", type=int, default=0)
    options = parser.parse_args()
    pairs = [(_run(READY.format("")), _run("import pandas")) for _ in range(options.runs + 1)][1:]
    ours, theirs = (statistics.median(times for times, _ in column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    print(f"first answer {ours:.2f} s, import pandas {theirs:.2f} s, ratio {ratio:.2f}")
    print(f"resident after a news text: {_run(READ)[1].strip()} MB")
    if options.rows:
        _large_files(options.rows)


def _large_files(rows: int) -> None:
    """A file of so many rows and one of a tenth: time and peak memory of packing and of opening."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        for number in (rows // 10, rows):
            path = _file_of(Path(folder), number)
            for what in ("packed", "opened"):
                seconds, said = _run(PEAK.format(repr(str(path))))
                print(f"{number:,} rows {what}: {seconds:.1f} s, peak {said.strip()} MB")


def _file_of(folder: Path, rows: int) -> Path:
    path, chance = folder / f"{rows}.csv", random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("id,name,kind,country,lat,lon\n")
        for number in range(rows):
            lat, lon = chance.uniform(32, 37), chance.uniform(35, 45)
            file.write(f"b{number},Khirbat {number:x} al Qarya,village,SY,{lat:.5f},{lon:.5f}\n")
    return path


def _run(code: str) -> tuple[float, str]:
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return time.perf_counter() - begin, done.stdout


if __name__ == "__main__":
    main()
