// Flows: who went from which organisation to which, as a picture, a table and a balance.

import type { Data, Entity } from "../data";
import { documentOf, useWidth } from "../picture";
import { go, state } from "../state";
import type { View } from "../view";
import { say } from "../words";
import { Balances } from "./balance";
import { Matrix } from "./matrix";
import { apart, fewer, more, Sankey } from "./sankey";
import { balance, balances, counted, known, net, unsaid, type Band } from "./tally";
import { amount, people, signed, words } from "./words";

const NARROWEST = 320;

function FlowsView({ data }: { data: Data }) {
  const [place, width] = useWidth();
  const open = unsaid.value.reduce((sum, band) => sum + band.people.size, 0);
  const rest = balances.value.length - apart.value;
  return (
    <div class="flows">
      <h2>{words("title")}</h2>
      <p class="flows-lead">{known.value.length ? lead() : say("nothing")}</p>
      {open > 0 && (
        <label class="flows-switch">
          <input type="checkbox" checked={state.value.part === "unsaid"} onChange={(event) => go({ part: event.currentTarget.checked ? "unsaid" : "" })} />
          {words("withUnsaid", amount(open))}
        </label>
      )}
      <div ref={place}>{width > 0 && counted.value.length > 0 && <Sankey data={data} width={Math.max(NARROWEST, width)} />}</div>
      <Hidden />
      <p class="flows-more">
        {rest > 0 && <button type="button" onClick={more}>{words("moreOrganizations", Math.min(12, rest))}</button>}
        {apart.value > 12 && <button type="button" onClick={fewer}>{words("fewer")}</button>}
      </p>
      {counted.value.length > 0 && <Matrix />}
      {counted.value.length > 0 && <Balances />}
    </div>
  );
}

/** The whole story in one sentence. */
function lead(): string {
  const [movers, sure] = [new Set<Entity>(), new Set<Entity>()];
  for (const band of known.value) {
    for (const person of band.people) movers.add(person);
    for (const person of band.sure) sure.add(person);
  }
  const ends = balance(known.value).sort((a, b) => net(b) - net(a));
  const [first, last] = [ends[0]!, ends.at(-1)!];
  const unsure = movers.size - sure.size;
  const said = [people(movers.size) + (unsure ? ` (${words("unsure", amount(unsure))})` : ""), words("organizations", amount(ends.length))];
  if (net(first) <= 0 || net(last) >= 0) return words("leadShort", ...said);
  return words("lead", ...said, first.end.entity!.label, signed(net(first)), last.end.entity!.label, signed(net(last)));
}

/** What the picture leaves out, said. */
function Hidden() {
  const drawn = new Set(balances.value.slice(0, apart.value).map(({ end }) => end.id));
  const among = new Set<unknown>();
  for (const { from, to, people } of counted.value)
    if (from.entity && to.entity && !drawn.has(from.id) && !drawn.has(to.id)) for (const person of people) among.add(person);
  if (!among.size) return null;
  return <p class="flows-hint">{words("hidden", people(among.size), amount(balances.value.length - drawn.size))}</p>;
}

const row = ({ from, to, people, sure }: Band) => [
  from.entity?.label ?? "",
  to.entity?.label ?? "",
  [...people].map(({ label }) => label).join("; "),
  people.size,
  sure.size,
  people.size - sure.size,
];

export const flows: View = {
  name: "flows",
  label: () => words("label"),
  Component: FlowsView,
  rows: () => ({ name: "flows", header: ["from", "to", "people", "count", "certain", "uncertain"], rows: counted.value.map(row) }),
  svg: (data) => (counted.value.length ? documentOf(<Sankey data={data} width={960} still />) : null),
};
