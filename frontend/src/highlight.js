/** The words looked for, marked in a text as it is written: comparison folds case, accents and apostrophes as the search does. */

const ALIKE = new Map(Object.entries({ ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ŧ: "t", æ: "ae", œ: "oe", "\u0640": "" }));
const DROPPED = /['\u2019\u2018`\u00b4\u02bf\u02be\u02bc]|\p{Mn}|\p{Cf}/gu;
const SPACED = /[-\u2010-\u2015_/]/g;

function fold(char) {
  const plain = char.normalize("NFKD").toLowerCase().replace(DROPPED, "").replace(SPACED, " ");
  return [...plain].map((part) => ALIKE.get(part) ?? part).join("");
}

/** The folded text, and for each of its units where the character it came from begins and ends. */
function folded(text) {
  let plain = "";
  const from = [], to = [];
  let at = 0;
  for (const char of text) {
    const part = fold(char);
    for (let i = 0; i < part.length; i++) {
      from.push(at);
      to.push(at + char.length);
    }
    plain += part;
    at += char.length;
  }
  return { plain, from, to };
}

/** @param {string} text @param {string[]} words folded @returns {[number, number][]} stretches of the text, in order, none over another */
export function stretches(text, words) {
  if (!words?.length) return [];
  const { plain, from, to } = folded(text);
  const found = [];
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0 && word; at = plain.indexOf(word, at + word.length)) found.push([from[at], to[at + word.length - 1]]);
  }
  found.sort((a, b) => a[0] - b[0]);
  const merged = [];
  for (const [start, end] of found) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** The text as nodes, what was looked for in <mark>. @returns {(string|HTMLElement)[]} */
export function highlighted(text, words) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of stretches(text, words)) {
    if (start > at) nodes.push(text.slice(at, start));
    const mark = document.createElement("mark");
    mark.className = "found";
    mark.textContent = text.slice(start, end);
    nodes.push(mark);
    at = end;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** Marks the words in the texts under a node, whatever stands around them. @param {HTMLElement} root @param {string[]} words */
export function markWords(root, words) {
  if (!words?.length) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) if (stretches(text.data, words).length) text.replaceWith(...highlighted(text.data, words));
}
