// Taking away: the current view as PNG and SVG, its rows as CSV, a link to it.

import type { Data } from "../data";
import type { View } from "../view";

export function Take({ data, view }: { data: Data; view: View }) {
  return <button type="button" disabled={!data}>{view.name}</button>;
}
