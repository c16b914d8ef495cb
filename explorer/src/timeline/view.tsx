import type { View } from "../view";
import { selected } from "../filter";
import { phrases, say } from "../words";

const words = phrases({ label: ["Timeline", "Chronologie"] });

function TimelineView() {
  return <p>{selected.value.statements.length || say("nothing")}</p>;
}

export const timeline: View = { name: "timeline", label: () => words("label"), Component: TimelineView, rows: () => ({ name: "timeline", header: [], rows: [] }) };
