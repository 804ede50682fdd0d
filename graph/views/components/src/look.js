// How the graph looks: shape and colour by label from Python's palette, the page's own colours from --st-* variables.

const BADGE = { width: 30, height: 18 };

export function readTheme(element) {
  const computed = getComputedStyle(element);
  const read = (name, otherwise) => computed.getPropertyValue(`--st-${name}`).trim() || otherwise;
  const background = read("background-color", "#ffffff");
  return {
    background,
    text: read("text-color", "#1b2730"),
    primary: read("primary-color", "#0b5c8a"),
    font: computed.fontFamily || "sans-serif",
    dark: isDark(background),
  };
}

function isDark(color) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = color;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(canvas.fillStyle.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

export function makeStyle(styles, theme) {
  const paints = theme.dark ? styles.dark : styles.light;
  const labels = Object.entries(paints.labels).map(([label, paint]) => ({
    selector: `node[label = "${label}"]`,
    style: { shape: paint.shape, "background-color": paint.fill, "border-color": paint.line },
  }));
  return [...nodeStyle(theme), ...labels, ...badgeStyle(paints), ...edgeStyle(paints, theme), ...stateStyle(paints)];
}

function nodeStyle(theme) {
  return [
    {
      selector: "node",
      style: {
        width: 30, height: 30, "border-width": 2, "background-color": theme.background, "border-color": theme.text,
        label: "data(caption)", "text-wrap": "wrap", "text-max-width": 140, "line-height": 1.15,
        "font-family": theme.font, "font-size": 15, color: theme.text,
        "text-valign": "bottom", "text-margin-y": 5,
        "text-background-color": theme.background, "text-background-opacity": 0.82, "text-background-padding": 2,
        "z-index": 10,
      },
    },
    { selector: "node[?focus]", style: { width: 44, height: 44, "border-width": 5, "font-size": 17, "font-weight": 700 } },
  ];
}

function badgeStyle(paints) {
  return [
    {
      selector: "node[hidden_count > 0]",
      style: {
        "background-image": (node) => drawBadge(node.data("hidden_count"), paints),
        "background-width": BADGE.width, "background-height": BADGE.height,
        "background-position-x": "100%", "background-position-y": "0%",
        "background-offset-x": BADGE.width * 0.6, "background-offset-y": -BADGE.height * 0.5,
        "background-clip": "none", "background-image-containment": "over", "bounds-expansion": BADGE.width,
      },
    },
  ];
}

function drawBadge(count, paints) {
  const said = `+${count > 999 ? "999" : Number(count)}`;
  const { width, height } = BADGE;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" rx="9" fill="${paints.badge}"/>` +
    `<text x="${width / 2}" y="13" font-family="sans-serif" font-size="11" text-anchor="middle" ` +
    `fill="${paints.badge_text}">${said}</text></svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

function edgeStyle(paints, theme) {
  return [
    {
      selector: "edge",
      style: {
        width: 1.6, "line-color": paints.edge, "curve-style": "bezier",
        "target-arrow-shape": "triangle", "target-arrow-color": paints.edge, "arrow-scale": 0.8,
        label: "data(caption)", "font-family": theme.font, "font-size": 12, color: theme.text,
        "text-rotation": "autorotate", "text-background-color": theme.background, "text-background-opacity": 0.9,
        "text-background-padding": 1,
      },
    },
    { selector: "edge[!certain]", style: { "line-style": "dotted", width: 2 } },
    { selector: "edge[!current]", style: { "line-style": "dashed", "line-dash-pattern": [7, 5], opacity: 0.75 } },
  ];
}

function stateStyle(paints) {
  return [
    { selector: "node[?pinned]", style: { "border-style": "double", "border-width": 6 } },
    { selector: ".far", style: { opacity: 0.22 } },
    {
      selector: "node:selected",
      style: { "underlay-color": paints.focus, "underlay-opacity": 0.35, "underlay-padding": 9 },
    },
    { selector: "edge:selected", style: { width: 4, "line-color": paints.focus, "target-arrow-color": paints.focus } },
  ];
}
