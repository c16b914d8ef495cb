// Unpacks columns as the page does: node unpack.mjs EXPLORER FILE, which holds [core, texts]; writes the same, unpacked.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [explorer, file] = process.argv.slice(2);
const { build } = createRequire(`${explorer}/`)("esbuild");
const contents = 'export { decode } from "./data"; export { unpackCore, unpackTexts } from "./unpack";';
const options = { bundle: true, format: "esm", write: false, stdin: { contents, resolveDir: `${explorer}/src`, loader: "ts" } };
const { outputFiles } = await build(options);
const page = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
const [core, texts] = JSON.parse(readFileSync(file, "utf8"));
const columns = page.unpackCore(core);
const data = page.decode(columns);
const told = page.unpackTexts(texts, data);
const parts = ["subject", "object", "detail"];
const words = {
  quote: data.claims.map(told.quote),
  marks: data.claims.map((claim) => told.marks(claim).flatMap(({ start, end, part }) => [start, end, parts.indexOf(part)])),
  rule: data.claims.map(told.rule),
  by: data.claims.map(told.by),
  confidence: data.claims.map(told.confidence),
  reasons: data.statements.map(told.reasons),
  bounds: data.tenures.map(told.bounds),
  what: data.conflicts.map(told.what),
};
process.stdout.write(JSON.stringify([columns, words]));
