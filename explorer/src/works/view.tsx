import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Models", "Modèles"] });

function WorksView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const works: View = { name: "works", label: () => words("label"), Component: WorksView, rows: () => ({ name: "works", header: [], rows: [] }) };
