// The Cypher editor: its text is Python's to set (a new `revision`) and the reader's to change; Ctrl-Enter runs it.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { completeFrom } from "./completion.js";
import { makeShow } from "./life.js";

const SETTLE = 300; // ms without a key before Python hears of the text

const COLORS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--st-violet-text-color, #6b3fa0)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--st-green-text-color, #00785a)" },
  { tag: [tags.number, tags.atom, tags.bool, tags.null], color: "var(--st-orange-text-color, #c24e00)" },
  { tag: tags.comment, color: "var(--st-gray-text-color, #66727b)", fontStyle: "italic" },
  { tag: [tags.standard(tags.name), tags.definition(tags.name), tags.standard(tags.variableName)], color: "var(--st-blue-text-color, #0072b2)" },
]);
const LOOK = EditorView.theme({
  "&": {
    fontSize: "14px", color: "var(--st-text-color)", backgroundColor: "var(--st-background-color)",
    border: "1px solid var(--st-border-color)", borderRadius: "6px",
  },
  "&.cm-focused": { outline: "2px solid var(--st-primary-color)" },
  ".cm-scroller": { fontFamily: "var(--st-code-font, monospace)", minHeight: "150px", maxHeight: "420px", overflow: "auto" },
  ".cm-content": { caretColor: "var(--st-text-color)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--st-text-color)" },
  ".cm-gutters": {
    backgroundColor: "var(--st-secondary-background-color)", color: "var(--st-gray-text-color, #66727b)", border: "none",
  },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--st-primary-color) 8%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--st-primary-color) 28%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--st-secondary-background-color)", color: "var(--st-text-color)",
    border: "1px solid var(--st-border-color)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--st-primary-color)", color: "#fff" },
  ".cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--st-primary-color) 25%, transparent)" },
});

export default makeShow({ make: makePart, update, end: (part) => part.view.destroy() });

function makePart(root, component) {
  const part = { component, revision: component.data.revision, caret: 0, told: component.data.text, timer: null };
  const state = EditorState.create({ doc: component.data.text, extensions: extend(part) });
  part.view = new EditorView({ state, parent: root, root: root instanceof ShadowRoot ? root : document });
  return part;
}

function extend(part) {
  const run = (view) => {
    clearTimeout(part.timer);
    part.told = view.state.doc.toString();
    part.component.setTriggerValue("run", part.told);
    return true;
  };
  return [
    lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(),
    StreamLanguage.define(cypher), syntaxHighlighting(COLORS), LOOK, EditorView.lineWrapping,
    autocompletion({ override: [completeFrom(() => part.component.data.schema)], icons: false }),
    Prec.highest(keymap.of([{ key: "Ctrl-Enter", mac: "Cmd-Enter", run }, { key: "Ctrl-Enter", run }])),
    // Tab is not taken, so that the keyboard can leave the editor.
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.contentAttributes.of({ "aria-label": part.component.data.strings.label, spellcheck: "false" }),
    EditorView.updateListener.of((change) => change.docChanged && wait(part)),
    EditorView.domEventHandlers({ blur: () => void tell(part) }),
  ];
}

function wait(part) {
  clearTimeout(part.timer);
  part.timer = setTimeout(() => tell(part), SETTLE);
}

function tell(part) {
  clearTimeout(part.timer);
  const text = part.view.state.doc.toString();
  if (text === part.told) return;
  part.told = text;
  part.component.setStateValue("text", text);
}

function update(part, data) {
  const { view } = part;
  if (data.revision !== part.revision) {
    part.revision = data.revision;
    part.told = data.text;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: data.text } });
  }
  if (data.caret && data.caret.number !== part.caret) {
    part.caret = data.caret.number;
    goTo(view, data.caret);
  }
}

function goTo(view, { line, column }) {
  const found = view.state.doc.line(Math.min(line, view.state.doc.lines));
  view.dispatch({ selection: { anchor: Math.min(found.from + column - 1, found.to) }, scrollIntoView: true });
  view.focus();
}
