// The two clocks: true on a day, known on a day.

import type { Data } from "../data";

export function Time({ data }: { data: Data }) {
  return <div class="time">{data.articles.length}</div>;
}
