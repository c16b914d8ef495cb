// The timeline: moves by date, or careers; both with what is not known of their days.

import { signal } from "@preact/signals";
import type { Data, Day } from "../data";
import { documentOf, useWidth } from "../picture";
import { go, state } from "../state";
import { iso } from "../text";
import type { View } from "../view";
import { label, say } from "../words";
import { drawCareers } from "./careers";
import { careers, events, type Event } from "./events";
import type { Part } from "./legend";
import { Aside, CareersList, MovesList } from "./lists";
import { drawMoves } from "./moves";
import { Sheet, Whole, type Drawn } from "./sheet";
import { amount, words } from "./words";

const FIRST = { moves: 60, careers: 40 };
const limits = { moves: signal(FIRST.moves), careers: signal(FIRST.careers) };

/** Narrower than this, lists say it better. */
const LIST = 560;

const part = (): Part => (state.value.part === "careers" ? "careers" : "moves");

const draw = (data: Data, width: number) =>
  part() === "careers" ? drawCareers(data, width, limits.careers.value) : drawMoves(data, width, limits.moves.value);

function TimelineView({ data }: { data: Data }) {
  const [place, width] = useWidth();
  const shown = part();
  const { dated, undated, denied } = events.value;
  const count = shown === "careers" ? careers.value.length : dated.length;
  const limit = limits[shown];
  const rest = count - limit.value;
  const drawn = width >= LIST && count > 0 ? draw(data, width) : null;
  return (
    <div class="timeline">
      <div class="timeline-top">
        <h2>{words(shown)}</h2>
        <div class="timeline-switch" role="group" aria-label={words("what")}>
          {(["moves", "careers"] as const).map((name) => (
            <button type="button" key={name} aria-pressed={name === shown} onClick={() => go({ part: name === "careers" ? name : "" })}>{words(name)}</button>
          ))}
        </div>
      </div>
      {count > 0 && <p class="timeline-hint">{hint(count, drawn)}</p>}
      {!count && (shown === "careers" || !(undated.length + denied.length)) && <p class="nothing">{say("nothing")}</p>}
      <div ref={place}>
        {drawn && <Sheet part={shown} name={words(shown)} width={width} drawn={drawn} />}
        {width > 0 && width < LIST && (shown === "careers" ? <CareersList limit={limit.value} /> : <MovesList limit={limit.value} />)}
      </div>
      {rest > 0 && <button type="button" onClick={() => (limit.value += 100)}>{say("more", amount(Math.min(100, rest)))}</button>}
      {shown === "moves" && <Aside of={undated} title={words("undated")} hint={words("undatedHint", amount(undated.length))} />}
      {shown === "moves" && <Aside of={denied} title={words("denied")} hint={words("deniedHint", amount(denied.length))} />}
    </div>
  );
}

function hint(count: number, drawn: Drawn | null): string {
  const hint = words(part() === "careers" ? "careersHint" : "movesHint", amount(count));
  return drawn?.axis.broken ? `${hint} ${words("earlier", drawn.axis.broken.year)}` : hint;
}

const said = (day: Day): string => (day === null ? "" : iso(day));

const row = ({ statement, person, from, to, first, last }: Event) => [
  person.label,
  label(statement.relation.labels),
  from.map(({ label }) => label).join("; "),
  to?.label ?? "",
  said(first),
  said(last),
  say(statement.modality),
  say(statement.status),
  statement.sources,
];

export const timeline: View = {
  name: "timeline",
  label: () => words("label"),
  Component: TimelineView,
  rows: () => {
    const { dated, undated, denied } = events.value;
    const header = ["person", "relation", "from", "to", "first day", "last day", "certainty", "status", "sources"];
    return { name: "timeline", header, rows: [...dated, ...undated, ...denied].map(row) };
  },
  svg: (data) => {
    const drawn = draw(data, 960);
    const count = part() === "careers" ? careers.value.length : events.value.dated.length;
    return count ? documentOf(<Whole part={part()} width={960} drawn={drawn} />, words(part()), hint(count, drawn)) : null;
  },
};
