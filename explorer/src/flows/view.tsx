// Flows: who went from which organisation to which, as a picture, a table and a balance.

import { computed } from "@preact/signals";
import type { Data, Entity } from "../data";
import { documentOf, useWidth } from "../picture";
import { go, state } from "../state";
import type { View } from "../view";
import { say } from "../words";
import { Balances } from "./balance";
import { Matrix } from "./matrix";
import { apart, fewer, FIRST, more, picture, Sankey } from "./sankey";
import { balance, counted, known, net, unsaid, type Band } from "./tally";
import { amount, people, signed, words } from "./words";

const NARROWEST = 320;

function FlowsView({ data }: { data: Data }) {
  const [place, width] = useWidth();
  const open = unsaid.value.reduce((sum, band) => sum + band.people.size, 0);
  const { others, hidden } = picture.value;
  return (
    <div class="flows">
      <h2>{words("title")}</h2>
      {known.value.length > 0 ? <p class="flows-lead">{lead.value}</p> : <p class="nothing">{say("nothing")}</p>}
      {open > 0 && (
        <label class="flows-switch">
          <input type="checkbox" checked={state.value.part === "unsaid"} onChange={(event) => go({ part: event.currentTarget.checked ? "unsaid" : "" })} />
          {words("withUnsaid", amount(open))}
        </label>
      )}
      <div ref={place}>{width > 0 && counted.value.length > 0 && <Sankey data={data} width={Math.max(NARROWEST, width)} />}</div>
      {hidden > 0 && <p class="flows-hint">{words("hidden", people(hidden), amount(others))}</p>}
      <p class="flows-more">
        {others > 0 && <button type="button" onClick={more}>{words("moreOrganizations", Math.min(FIRST, others))}</button>}
        {apart.value > FIRST && <button type="button" onClick={fewer}>{words("fewer")}</button>}
      </p>
      {counted.value.length > 0 && <Matrix />}
      {counted.value.length > 0 && <Balances />}
    </div>
  );
}

/** The whole story in one sentence. */
const lead = computed(() => {
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
});

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
  svg: (data) => (counted.value.length ? documentOf(<Sankey data={data} width={960} still />, words("title"), known.value.length ? lead.value : "") : null),
};
