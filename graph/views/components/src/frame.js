// The box round the canvas: reached by Tab, named for screen readers, with buttons and keys.

const CSS = `
.box { position: relative; border: 1px solid var(--st-border-color, #d5dee4); border-radius: 8px; overflow: hidden;
  background: var(--st-background-color, #fff); font-family: var(--st-font, sans-serif); }
.box:focus-visible { outline: 3px solid var(--st-primary-color, #0b5c8a); outline-offset: 1px; }
@media (max-width: 640px) { .box { max-height: 440px; } }
.canvas { position: absolute; inset: 0; }
.tools { position: absolute; top: 8px; right: 8px; display: flex; gap: 6px; z-index: 5; }
.tools button { font: inherit; font-size: 13px; padding: 4px 10px; border-radius: 6px; cursor: pointer;
  color: var(--st-text-color, #1b2730); background: var(--st-secondary-background-color, #f2f6f8);
  border: 1px solid var(--st-border-color, #d5dee4); }
.tools button:focus-visible { outline: 2px solid var(--st-primary-color, #0b5c8a); }
.tip { position: absolute; z-index: 6; max-width: 240px; padding: 4px 9px; border-radius: 6px; font-size: 13px; pointer-events: none;
  color: var(--st-background-color, #fff); background: var(--st-text-color, #1b2730); }
.tip[hidden] { display: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

export function makeFrame(root) {
  const style = document.createElement("style");
  style.textContent = CSS;
  const box = make("div", "box");
  box.tabIndex = 0;
  box.setAttribute("role", "application");
  const frame = {
    box, canvas: make("div", "canvas"), said: make("div", "said"), tip: make("div", "tip"),
    tools: make("div", "tools"), fit: make("button", "fit"), arrange: make("button", "arrange"), png: make("button", "png"),
  };
  frame.said.setAttribute("aria-live", "polite");
  frame.tip.hidden = true;
  frame.tools.append(frame.arrange, frame.fit, frame.png);
  box.append(frame.canvas, frame.tools, frame.tip, frame.said);
  root.append(style, box);
  return frame;
}

function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  if (tag === "button") element.type = "button";
  return element;
}

export function nameFrame(frame, data) {
  frame.box.style.height = `${data.height}px`;
  frame.box.setAttribute("aria-label", data.strings.label);
  for (const name of ["fit", "arrange", "png"]) {
    frame[name].textContent = data.strings[name];
    frame[name].title = data.strings[`${name}_help`] ?? data.strings[name];
  }
}

// Words at a place of the canvas, beside what is pointed at and within the box; none: no words.
export function showTip(frame, words, at) {
  frame.tip.hidden = !words;
  if (!words) return;
  frame.tip.textContent = words;
  const left = Math.min(at.x + 24, frame.box.clientWidth - frame.tip.offsetWidth - 8);
  const top = at.y < 60 ? at.y + 24 : at.y - frame.tip.offsetHeight - 24;
  Object.assign(frame.tip.style, { left: `${Math.max(8, left)}px`, top: `${top}px` });
}

// Keys while the box has the focus; the buttons within it keep their own.
export function listenToKeys(frame, acts) {
  frame.box.addEventListener("keydown", (event) => {
    if (event.target !== frame.box || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      f: acts.fit, Enter: acts.expand, o: acts.open, Delete: acts.hide, Escape: acts.deselect, "+": acts.closer, "-": acts.farther,
      ArrowRight: acts.next, ArrowDown: acts.next, ArrowLeft: acts.previous, ArrowUp: acts.previous,
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

export function savePicture(cy, name, background) {
  const link = document.createElement("a");
  link.href = cy.png({ full: false, scale: 2, bg: background });
  link.download = name;
  link.click();
}
