// Bundles the explorer into one script and one style where aigraph looks for them (or into the folder that is given).
import { build } from "esbuild";

const folder = process.argv[2] ?? "../src/aigraph/view/explorer/built";

await build({
  entryPoints: { explorer: "src/main.tsx" },
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "ascii", // the page may be served in any encoding
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none", // the licences are in NOTICES, beside the bundle
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
});
