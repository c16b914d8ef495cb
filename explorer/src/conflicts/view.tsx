import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Conflicts", "Contradictions"] });

function ConflictsView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const conflicts: View = { name: "conflicts", label: () => words("label"), Component: ConflictsView, rows: () => ({ name: "conflicts", header: [], rows: [] }) };
