// The language of the page: told to the browser and its reader, and put on Streamlit's own words, which it has in English alone.

// What may change: a text that is one of the words whole, in Streamlit's widgets; never ours, never what somebody wrote.
const OPEN = "[data-testid=stFileUploader]"; // its button is Markdown too, with a word of Streamlit's
const KEPT = "[data-testid=stMarkdownContainer], [data-testid=stCode], [contenteditable], textarea, script, style";
const NAMES = ["aria-label", "title", "placeholder", "alt"];
const ANY = "*"; // stands for what differs, as a size does

let swaps = { exact: new Map(), patterns: [] };
let watcher = null;

export default function show({ data }) {
  if (watcher && document.documentElement.lang === data.lang) return; // the watcher has seen all that came since
  document.documentElement.lang = data.lang;
  swaps = makeSwaps(data.pairs);
  change(document.body);
  if (watcher) return;
  watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "childList") addedNodes.forEach(change);
      else change(target);
    }
  });
  watcher.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES,
  });
}

function makeSwaps(pairs) {
  const exact = new Map(pairs.filter(([from]) => !from.includes(ANY)));
  const patterns = pairs.filter(([from]) => from.includes(ANY)).map(([from, to]) => [makePattern(from), to]);
  return { exact, patterns };
}

function makePattern(text) {
  const parts = text.split(ANY).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(.+?)")}$`);
}

function swap(text, { exact, patterns }) {
  const found = exact.get(text);
  if (found !== undefined) return found;
  for (const [pattern, to] of patterns) {
    const match = pattern.exec(text);
    if (match) return match.slice(1).reduce((said, part) => said.replace(ANY, () => part), to);
  }
  return text;
}

function change(node) {
  if (node.nodeType === Node.TEXT_NODE) return changeText(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const walk = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let each = walk.currentNode; each; each = walk.nextNode()) {
    if (each.nodeType === Node.TEXT_NODE) changeText(each);
    else changeNames(each);
  }
}

function changeText(node) {
  const text = node.nodeValue.trim();
  if (!text || (node.parentElement?.closest(KEPT) && !node.parentElement.closest(OPEN))) return;
  const said = swap(text, swaps);
  if (said !== text) node.nodeValue = node.nodeValue.replace(text, () => said);
}

function changeNames(element) {
  for (const name of NAMES) {
    const text = element.getAttribute(name);
    if (!text) continue;
    const said = swap(text, swaps);
    if (said !== text) element.setAttribute(name, said);
  }
}
