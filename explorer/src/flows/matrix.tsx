// The flows as a table: where from in rows, where to in columns; any heading sorts.

import { useSignal } from "@preact/signals";
import { show, state } from "../state";
import { byName as inOrder } from "../text";
import { SortHead, type Sort } from "./sort";
import { counted, net, sums, UNSAID, type Balance, type Band } from "./tally";
import { amount, nameOf, signed, told, words } from "./words";

const STEP = 30;

export function Matrix() {
  const limit = useSignal(STEP);
  const sort = useSignal<Sort>({ by: "left", down: true });
  const bands = counted.value;
  const cells = new Map(bands.map((band) => [band.key, band]));
  const all = sums.value;
  const rows = all.filter(({ left }) => left.size).sort((a, b) => b.left.size - a.left.size || byName("from")(a, b));
  const columns = all.filter(({ arrived }) => arrived.size).sort((a, b) => last(a, b) || b.arrived.size - a.arrived.size || byName("to")(a, b));
  const value = (row: Balance): number =>
    sort.value.by === "left" ? row.left.size : sort.value.by === "net" ? net(row) : (cells.get(`${row.end.id}>${sort.value.by}`)?.people.size ?? 0);
  const way = sort.value.down ? -1 : 1;
  rows.sort((a, b) => last(a, b) || way * (sort.value.by === "name" ? byName("from")(a, b) : value(a) - value(b)));
  const across = columns.slice(0, limit.value);
  const rest = Math.max(rows.length, columns.length) - limit.value;
  const head = (by: string, children: string, className: string) => (
    <SortHead by={by} sort={sort} first={by === "name" ? "ascending" : "descending"} class={className}>{children}</SortHead>
  );
  const strongest = bands[0]?.people.size ?? 1;
  return (
    <section class="flows-part">
      <h3 id="flows-matrix">{words("matrix")}</h3>
      <p class="flows-hint">{words("matrixHint")}</p>
      <div class="flows-scroll" role="region" aria-labelledby="flows-matrix" tabIndex={0}>
        <table class="flows-matrix">
          <thead>
            <tr>
              {head("name", words("from"), "flows-corner")}
              {head("left", words("left"), "flows-total")}
              {head("net", words("net"), "flows-total")}
              {across.map(({ end }) => head(end.id, nameOf(end, "to", 0), "flows-up"))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit.value).map((row) => (
              <tr key={row.end.id}>
                <th scope="row">{nameOf(row.end, "from", 0)}</th>
                <td class="flows-total">{amount(row.left.size)}</td>
                <td class="flows-total">{row.end.entity ? signed(net(row)) : ""}</td>
                {across.map(({ end }) => <Cell key={end.id} band={cells.get(`${row.end.id}>${end.id}`)} own={row.end.id === end.id} strongest={strongest} />)}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words("arrived")}</th>
              <td class="flows-total" colSpan={2} />
              {across.map((column) => <td key={column.end.id}>{amount(column.arrived.size)}</td>)}
            </tr>
            <tr>
              <th scope="row">{words("net")}</th>
              <td class="flows-total" colSpan={2} />
              {across.map((column) => <td key={column.end.id}>{column.end.entity ? signed(net(column)) : ""}</td>)}
            </tr>
          </tfoot>
        </table>
      </div>
      {rest > 0 && (
        <button type="button" onClick={() => (limit.value += STEP)}>{words("moreMatrix", Math.min(STEP, rest))}</button>
      )}
    </section>
  );
}

/** What is not said stands last, however the rest is sorted. */
const last = (a: Balance, b: Balance) => Number(a.end === UNSAID) - Number(b.end === UNSAID);
const byName = (side: "from" | "to") => (a: Balance, b: Balance) => inOrder(nameOf(a.end, side, 0), nameOf(b.end, side, 0), state.value.language);

function Cell({ band, own, strongest }: { band: Band | undefined; own: boolean; strongest: number }) {
  if (!band) return <td class={own ? "flows-own" : undefined} />;
  const { key, from, to, people, sure } = band;
  const level = Math.ceil((4 * people.size) / strongest);
  return (
    <td data-level={level}>
      <button
        type="button"
        class={sure.size ? "flows-cell" : "flows-cell flows-doubt"}
        aria-label={told(band)}
        aria-pressed={state.value.selected === `flow:${key}`}
        onClick={() => show(from.entity && to.entity ? `flow:${key}` : `entity:${(from.entity ?? to.entity)!.id}`)}
      >
        {amount(people.size)}{sure.size ? "" : "?"}
      </button>
    </td>
  );
}
