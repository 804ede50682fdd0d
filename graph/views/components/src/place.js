// Where nodes stand: layouts for a first drawing, and free places round an anchor for what comes later.

const APART = 118; // what a node with its caption needs
const RING = 150;
const RINGS = 14;
const WIDE = 8;
const READABLE = 0.6; // on a small screen a part that can be read is better than a whole that cannot
const NARROW = 600;
const NEAREST = 1; // a picture of few nodes leaves room for those that come

export function runLayout(cy, name) {
  const pinned = cy.nodes("[?pinned]").filter((node) => node.scratch("placed"));
  pinned.lock();
  try {
    withRepeatableChance(() => cy.layout(optionsOf(cy, name)).run());
  } finally {
    pinned.unlock();
  }
  cy.nodes().scratch("placed", true);
  if (cy.zoom() > NEAREST) {
    cy.zoom(NEAREST);
    cy.center();
  } else if (cy.zoom() < READABLE && cy.width() < NARROW) {
    cy.zoom(READABLE);
    cy.center(cy.nodes("[?focus]").nonempty() ? cy.nodes("[?focus]") : cy.nodes());
  }
}

function optionsOf(cy, name) {
  const shared = { animate: false, fit: true, padding: 36, nodeDimensionsIncludeLabels: true };
  if (cy.nodes().every((node) => node.data("pos"))) {
    return { ...shared, name: "preset", positions: (node) => node.data("pos") };
  }
  switch (name) {
    case "dagre":
      // Edges point up to the unit; a wide rank is easier read as a column, with the unit at the right.
      return { ...shared, name, rankDir: cy.nodes().maxDegree() > WIDE ? "LR" : "BT", nodeSep: 16, rankSep: 70 };
    case "concentric":
      return { ...shared, name, concentric: distances(cy), levelWidth: () => 1, minNodeSpacing: 24 };
    default:
      return {
        ...shared, name: "fcose", quality: "proof", idealEdgeLength: 78, nodeSeparation: 70, nodeRepulsion: 6000,
        packComponents: true,
      };
  }
}

function distances(cy) {
  const steps = new Map();
  const roots = cy.nodes("[?focus]").nonempty() ? cy.nodes("[?focus]") : cy.nodes().first();
  cy.elements().bfs({ roots, visit: (node, _edge, _before, _index, depth) => void steps.set(node.id(), depth) });
  const most = Math.max(0, ...steps.values()) + 1;
  return (node) => most - (steps.get(node.id()) ?? most);
}

// The same graph is drawn the same way each time: chance starts from one seed while a layout runs.
function withRepeatableChance(work) {
  const before = Math.random;
  let state = 20260101;
  Math.random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  try {
    work();
  } finally {
    Math.random = before;
  }
}

export function placeAround(cy, added, anchorId) {
  const taken = cy.nodes().filter((node) => node.scratch("placed")).map((node) => ({ ...node.position() }));
  added.forEach((node) => {
    const anchor = findAnchor(cy, node, anchorId);
    const spot = findSpot(anchor, taken, cy.extent());
    node.position(spot);
    node.scratch("placed", true);
    taken.push(spot);
  });
}

function findAnchor(cy, node, anchorId) {
  const near = node.neighborhood("node").filter((other) => other.scratch("placed"));
  const named = anchorId ? cy.getElementById(anchorId) : cy.collection();
  const anchor = named.nonempty() && named.scratch("placed") ? named : near.first();
  if (anchor.nonempty()) return anchor.position();
  const { x1, x2, y1, y2 } = cy.extent();
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}

function findSpot(anchor, taken, extent) {
  let outside = null;
  for (let ring = 1; ring <= RINGS; ring += 1) {
    const radius = RING + (ring - 1) * APART;
    const slots = Math.floor((2 * Math.PI * radius) / APART);
    for (let slot = 0; slot < slots; slot += 1) {
      const angle = (2 * Math.PI * slot) / slots + ring * 0.4;
      const spot = { x: anchor.x + radius * Math.cos(angle), y: anchor.y + radius * Math.sin(angle) };
      if (!taken.every((other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= APART * 0.85)) continue;
      if (isWithin(spot, extent)) return spot;
      outside ??= spot;
    }
    if (outside !== null && ring >= 4) return outside; // in sight is better, but not at any distance
  }
  return outside ?? { x: anchor.x + RING, y: anchor.y + RING };
}

function isWithin(spot, extent) {
  const margin = APART / 2;
  return (
    spot.x > extent.x1 + margin && spot.x < extent.x2 - margin && spot.y > extent.y1 + margin / 2 && spot.y < extent.y2 - margin
  );
}
