// Bundles the explorer into its script, its style, and the script that starts it, where aigraph looks for them (or into the folder that is given),
// and beside them the licences of all packages that are really in the bundle.
import { readFile, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const folder = process.argv[2] ?? "../src/aigraph/view/explorer/built";

const { metafile } = await build({
  entryPoints: { loader: "src/loader.ts", explorer: "src/main.tsx" },
  outdir: folder,
  bundle: true,
  minify: !process.env.READABLE,
  format: "iife",
  target: "es2022",
  charset: "ascii", // the page may be served in any encoding
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none", // the licences are in NOTICES.txt
  define: { "process.env.NODE_ENV": '"production"' },
  metafile: true,
  logLevel: "warning",
});

/** The folders of the packages of which something is in the bundle. */
const packages = new Set();
for (const { inputs } of Object.values(metafile.outputs))
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const found = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path);
    if (found && bytesInOutput) packages.add(found[0]);
  }

/** Licence texts, each once, with the packages that come under it and who holds the rights. */
const texts = new Map();
for (const path of [...packages].sort()) {
  const { name, version, license } = JSON.parse(await readFile(`${path}/package.json`, "utf8"));
  const file = (await readdir(path)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file, so it cannot be shipped`);
  const lines = (await readFile(`${path}/${file}`, "utf8")).trim().split(/\r?\n/);
  const held = lines.filter((line) => /^copyright\b/i.test(line)).map((line) => `    ${line}`);
  const text = lines.filter((line) => !/^(copyright\b|(the )?(mit|isc)( license)?( \(mit\))?$)/i.test(line)).join("\n").trim();
  const key = text.replace(/\s+/g, " ").replace(/[“”]/g, '"');
  if (!texts.has(key)) texts.set(key, { text, holders: [] });
  texts.get(key).holders.push(`${name} ${version} (${license})`, ...held);
}
const head = "The explorer of aigraph holds parts of the following packages, under the licences given here.";
const parts = [...texts.values()].map(({ holders, text }) => `${holders.join("\n")}\n\n${text}\n`).sort();
await writeFile(`${folder}/NOTICES.txt`, [`${head}\n`, ...parts].join(`\n${"=".repeat(72)}\n\n`));
