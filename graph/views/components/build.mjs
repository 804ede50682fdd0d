// Builds the parts, one ESM file each: `npm ci --ignore-scripts && npm run build [-- FOLDER]` (default: dist).
import { build } from "esbuild";

await build({
  entryPoints: { graph: "src/graph.js", editor: "src/editor.js", wording: "src/wording.js" },
  outdir: process.argv[2] ?? "dist",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  // Streamlit takes a text of one line for the path of a file.
  banner: { js: "// Built from src; how, package.json says." },
});
