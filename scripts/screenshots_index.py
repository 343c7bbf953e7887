"""The page to leaf through the pictures of `make screenshots`: one file, no network."""

from __future__ import annotations

from html import escape
from pathlib import Path

_HEAD = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Screenshots of timeline_app</title>
<style>
body { font: 15px/1.4 system-ui, sans-serif; margin: 1rem; color: #1c1917; background: #fff; }
form { position: sticky; top: 0; display: flex; gap: 1rem; align-items: center; padding: .6rem 0; background: #fff; }
input { font: inherit; padding: .3rem .5rem; width: 22rem; max-width: 60vw; }
main { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
figure { margin: 0; width: 23rem; }
figure.narrow { width: 12rem; }
img { display: block; width: 100%; max-height: 34rem; border: 1px solid #a8a29e; }
img { object-fit: cover; object-position: top; }
figcaption { font-size: .85rem; overflow-wrap: anywhere; }
</style>
<form><label>Names with these words <input id="words" placeholder="explore dark narrow" autofocus></label>
<output id="count"></output></form>
<main>
"""

_TAIL = """</main>
<script>
const words = document.getElementById("words");
function sift() {
  const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const figures = [...document.querySelectorAll("figure")];
  for (const figure of figures) figure.hidden = !wanted.every((word) => figure.id.includes(word));
  document.getElementById("count").textContent = `${figures.filter((figure) => !figure.hidden).length} pictures`;
}
words.addEventListener("input", sift);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
sift();
</script>
</html>
"""


def write_index(folder: Path) -> Path:
    """Write `index.html` for every picture in the folder, older ones too; where it is."""
    names = sorted(path.stem for path in folder.glob("*.png"))
    index = folder / "index.html"
    index.write_text(_HEAD + "".join(_figure(name) for name in names) + _TAIL, encoding="utf-8")
    return index


def _figure(name: str) -> str:
    word = escape(name)
    width = "narrow" if "-narrow-" in name else "wide"
    return (
        f'<figure id="{word}" class="{width}"><a href="{word}.png"><img loading="lazy" src="{word}.png"'
        f' alt="{word}"></a><figcaption>{word}</figcaption></figure>\n'
    )
