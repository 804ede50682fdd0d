// The graph on screen: told by Python what to show, it changes only what changed and tells back what was touched.
// Names and texts come in `data` alone and are drawn on a canvas: no HTML is made of them.
import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";
import fcose from "cytoscape-fcose";

import { listenToKeys, makeFrame, nameFrame, savePicture, showTip } from "./frame.js";
import { makeShow } from "./life.js";
import { makeStyle, readTheme } from "./look.js";
import { placeAround, runLayout } from "./place.js";

cytoscape.use(dagre);
cytoscape.use(fcose);

const SETTLE = 60; // ms in which several selections count as one
const CALM = 500; // ms after a touch beside the canvas in which the address may be changing; after a link, PATIENCE
const PATIENCE = 3000; // ms after which an answer is no longer waited for

export default makeShow({ make: makePart, update, end });

function end(part) {
  clearTimeout(part.timer);
  clearTimeout(part.patience);
  part.left.abort();
  part.resized.disconnect();
  part.cy.destroy();
}

function makePart(root) {
  const frame = makeFrame(root);
  const cy = cytoscape({ container: frame.canvas, minZoom: 0.15, maxZoom: 3 });
  const part = { frame, cy, layout: null, told: "", timer: null, calm: 0, address: "", drawn: false, left: new AbortController() };
  part.resized = new ResizeObserver(() => {
    cy.resize();
    if (!part.drawn) firstDrawing(part);
  });
  part.resized.observe(frame.canvas);
  listen(part);
  return part;
}

function listen(part) {
  const { cy, frame } = part;
  const fit = () => cy.animate({ fit: { padding: 36 }, duration: 150 });
  const chosen = () => (cy.$("node:selected").nonempty() ? cy.$("node:selected") : cy.nodes("[?focus]")).first();
  const tell = (name) => () => chosen().nonempty() && trigger(part, name, chosen().id());
  // The page above may have grown since the canvas last looked where it stands.
  for (const name of ["mouseenter", "mousedown", "touchstart"]) {
    frame.box.addEventListener(name, () => cy.renderer().invalidateContainerClientCoordsCache(), { capture: true, passive: true });
  }
  for (const name of ["pointerdown", "click", "keydown"]) {
    window.addEventListener(name, (event) => heedBeside(part, event), { capture: true, signal: part.left.signal });
  }
  cy.on("select unselect", () => tellSelection(part));
  cy.on("dbltap", "node", (event) => trigger(part, part.component.data.double, event.target.id()));
  cy.on("mouseover", "node", (event) => {
    cy.elements().not(event.target.closedNeighborhood()).addClass("far");
    showTip(frame, moreOf(part, event.target), event.target.renderedPosition());
  });
  cy.on("mouseout", "node", () => cy.elements().removeClass("far"));
  cy.on("mouseout tapstart viewport remove", () => showTip(frame, ""));
  frame.fit.addEventListener("click", fit);
  frame.arrange.addEventListener("click", () => runLayout(cy, part.layout));
  frame.png.addEventListener("click", () => savePicture(cy, part.component.data.file, readTheme(frame.box).background));
  listenToKeys(frame, {
    fit, expand: () => tell(part.component.data.double)(), open: tell("open"), hide: tell("hide"),
    deselect: () => cy.$(":selected").unselect(),
    closer: () => cy.zoom(cy.zoom() * 1.25), farther: () => cy.zoom(cy.zoom() / 1.25),
    next: () => step(part, 1), previous: () => step(part, -1),
  });
}

// Each message reruns the page with the address as the browser knows it. A trigger changes the address, so the
// selection waits until the page has answered; else it would bring the old address back.
function trigger(part, name, id) {
  if (!part.component.data.triggers.includes(name)) return;
  part.waiting = true;
  clearTimeout(part.patience);
  part.patience = setTimeout(() => goOn(part), PATIENCE);
  setTimeout(() => part.component.setTriggerValue(name, id), calmFor(part));
}

// For the same reason what is selected waits, too, when something beside the canvas is touched, a link above all: until
// the browser knows where that led. A page that is left hears of no selection any more.
function heedBeside(part, event) {
  const path = event.composedPath();
  if (path.includes(part.frame.box)) return;
  part.address = location.href;
  part.calm = performance.now() + (path.some((each) => each.localName === "a") ? PATIENCE : CALM);
  if (part.timer !== null) tellSelection(part);
}

function calmFor(part) {
  return part.address === location.href ? Math.max(0, part.calm - performance.now()) : 0;
}

function goOn(part) {
  clearTimeout(part.patience);
  part.waiting = false;
  tellSelection(part);
}

function step(part, by) {
  const nodes = part.cy.nodes();
  if (nodes.empty()) return;
  const now = nodes.toArray().findIndex((node) => node.selected());
  const following = nodes[(now + by + nodes.length) % nodes.length];
  part.cy.$(":selected").unselect();
  following.select();
  const more = moreOf(part, following);
  part.frame.said.textContent = `${following.data("caption")}\n${more}`;
  showTip(part.frame, more, following.renderedPosition());
}

// What the badge of a node says, in words.
function moreOf(part, node) {
  const count = Number(node.data("hidden_count"));
  return count ? part.component.data.strings.more.replace("{n}", count) : "";
}

function tellSelection(part) {
  clearTimeout(part.timer);
  part.timer = setTimeout(() => sendSelection(part), Math.max(SETTLE, calmFor(part)));
}

function sendSelection(part) {
  part.timer = null;
  const ids = part.cy.$(":selected").map((element) => element.id());
  if (part.waiting || ids.join() === part.told) return;
  part.told = ids.join();
  part.component.setStateValue("selection", ids);
}

function update(part, data) {
  const { cy, frame } = part;
  nameFrame(frame, data);
  const theme = readTheme(frame.box);
  const look = JSON.stringify([data.styles, theme]);
  if (look !== part.look) {
    part.look = look;
    cy.style(makeStyle(data.styles, theme));
  }
  const added = change(cy, data);
  const again = part.layout !== data.layout;
  part.layout = data.layout;
  if (!part.drawn) firstDrawing(part);
  else if (again) runLayout(cy, data.layout);
  else if (!cy.nodes().some((node) => node.scratch("placed"))) runLayout(cy, data.layout);
  else placeAround(cy, added, data.anchor);
  goOn(part);
}

// A canvas without a width (in a tab not opened yet) waits for its first size.
function firstDrawing(part) {
  if (!part.frame.canvas.clientWidth || part.layout === null || part.cy.nodes().empty()) return;
  part.drawn = true;
  part.cy.resize();
  runLayout(part.cy, part.layout);
}

function change(cy, data) {
  const nodes = data.nodes.map((node) => ({ ...node, caption: node.sub ? `${node.name}\n${node.sub}` : node.name }));
  let added = cy.collection();
  cy.batch(() => {
    const kept = new Set([...nodes, ...data.edges].map((each) => each.id));
    cy.elements().filter((element) => !kept.has(element.id())).remove();
    for (const [group, items] of [["nodes", nodes], ["edges", data.edges]]) {
      for (const item of items) {
        const known = cy.getElementById(item.id);
        if (known.nonempty()) known.data(item);
        else added = added.union(cy.add({ group, data: item }));
      }
    }
  });
  return added.nodes();
}
