"""How long `timeline-app parse` of one article takes, beside `import pandas`, in turn in one run.

    python benchmarks/parse_start.py [ARTICLE] [--runs 7]

Prints both medians and the median of the ratios taken pair by pair; at most 3 is asked for.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = ROOT / "seeds" / "articles" / "003-stranded-convoy.txt"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", type=Path, default=ARTICLE)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    parse = [str(Path(sys.executable).parent / "timeline-app"), "parse", str(options.article)]
    pandas = [sys.executable, "-c", "import pandas"]
    pairs = [(_seconds(parse), _seconds(pandas)) for _ in range(options.runs + 1)][1:]  # the first one warms up
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"parse {ours:.2f} s, import pandas {theirs:.2f} s, ratio {ratio:.2f}")


def _seconds(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
