// What is known of whatever the reader chose: `state.selected`.

import type { Data } from "../data";
import { close, state } from "../state";
import { say } from "../words";

export function Panel({ data }: { data: Data }) {
  const chosen = state.value.selected;
  if (!chosen) return null;
  return (
    <aside class="panel">
      <button type="button" onClick={close}>{say("close")}</button>
      <h2>{data.entity.get(chosen.replace(/^entity:/, ""))?.label ?? chosen}</h2>
    </aside>
  );
}
