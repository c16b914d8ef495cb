// Reads a GEXF file as Gephi Lite does: node graphology.mjs EXPLORER FILE prints nodes, edges and attributes as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [explorer, file] = process.argv.slice(2);
const require = createRequire(`${explorer}/`);
const { MultiDirectedGraph } = require("graphology");
const { parse } = require("graphology-gexf");
const graph = parse(MultiDirectedGraph, readFileSync(file, "utf8"), { respectInputGraphType: true });
process.stdout.write(
  JSON.stringify({
    meta: graph.getAttributes(),
    nodes: graph.mapNodes((id, values) => ({ id, values })),
    edges: graph.mapEdges((id, values, source, target) => ({ id, source, target, values })),
  }),
);
