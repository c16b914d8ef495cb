// Reads Cytoscape JSON with Cytoscape.js: node cytoscape.mjs EXPLORER FILE prints what the graph then holds as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [explorer, file] = process.argv.slice(2);
const cytoscape = createRequire(`${explorer}/`)("cytoscape");
const graph = cytoscape({ headless: true });
graph.json(JSON.parse(readFileSync(file, "utf8")));
process.stdout.write(
  JSON.stringify({
    about: graph.data(),
    nodes: graph.nodes().map((node) => ({ data: node.data(), position: node.position(), box: node.parent().id() ?? null })),
    edges: graph.edges().map((edge) => ({ data: edge.data(), ends: [edge.source().id(), edge.target().id()] })),
  }),
);
