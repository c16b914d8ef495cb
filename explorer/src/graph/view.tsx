import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Graph", "Graphe"] });

function GraphView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const graph: View = { name: "graph", label: () => words("label"), Component: GraphView, rows: () => ({ name: "graph", header: [], rows: [] }) };
