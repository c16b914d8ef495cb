import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Flows", "Flux"] });

function FlowsView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const flows: View = { name: "flows", label: () => words("label"), Component: FlowsView, rows: () => ({ name: "flows", header: [], rows: [] }) };
