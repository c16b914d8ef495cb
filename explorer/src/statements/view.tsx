import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Statements", "Énoncés"] });

function StatementsView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const statements: View = { name: "statements", label: () => words("label"), Component: StatementsView, rows: () => ({ name: "statements", header: [], rows: [] }) };
