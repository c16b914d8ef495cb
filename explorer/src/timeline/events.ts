// The events and stays that the timeline shows, in order, and how they are told.

import { computed } from "@preact/signals";
import type { Day, Entity, Statement, Tenure } from "../data";
import { selected, tenures } from "../filter";
import { state } from "../state";
import { between, dayName } from "../text";
import { label, say } from "../words";
import { words } from "./words";

/** Something that happened to a person on a day between two, if at all. */
export interface Event {
  key: string;
  statement: Statement;
  person: Entity;
  from: Entity[];
  to: Entity | null;
  first: Day;
  last: Day;
}

export interface Events {
  /** Newest first, by the last possible day. */
  dated: Event[];
  undated: Event[];
  denied: Event[];
}

export const isDenied = ({ modality, status }: Statement): boolean => modality === "denied" || status === "refuted";

function eventsOf(statement: Statement): Event[] {
  const { subject, relation, object, origins, times, key } = statement;
  const person = subject.kind === "person" ? subject : object;
  const other = person === subject ? object : subject;
  const [from, to] = relation.id === "left" ? [[other], null] : [origins, other];
  const spans = times.length ? times.map(({ start }) => start) : [[null, null] as [Day, Day]];
  return spans.map(([first, last], place) => ({ key: `${key} ${place}`, statement, person, from, to, first, last }));
}

export const events = computed<Events>(() => {
  const found: Events = { dated: [], undated: [], denied: [] };
  for (const statement of selected.value.statements) {
    if (!statement.relation.move) continue;
    for (const event of eventsOf(statement)) {
      if (isDenied(statement)) found.denied.push(event);
      else if (event.first === null && event.last === null) found.undated.push(event);
      else found.dated.push(event);
    }
  }
  found.dated.sort((a, b) => anchor(b) - anchor(a) || (b.first ?? -Infinity) - (a.first ?? -Infinity) || a.statement.index - b.statement.index);
  return found;
});

/** The day at which an event stands: the last on which it can have happened. */
export const anchor = ({ first, last }: Event): number => (last ?? first)!;

/** "Anthropic → Meta", "founded Mistral AI". */
export function told({ statement: { relation }, from, to }: Event): string {
  if (relation.id === "movedTo") return [from.map(({ label }) => label).join(", "), to!.label].join(" → ").trim();
  if (relation.id === "approached") return words("approached", to!.label);
  return `${label(relation.labels)} ${(to ?? from[0]!).label}`;
}

/** "June 2025", "by 2 Jul 2025, rumoured". */
export const when = ({ statement, first, last }: Event): string =>
  [between([first, last], state.value.language) || words("noDate"), ...doubts(statement)].join(", ");

/** What keeps a statement from being a plain fact. */
const doubts = ({ modality, status }: Statement): string[] => [
  ...(modality === "asserted" ? [] : [say(modality)]),
  ...(status === "disputed" || status === "superseded" ? [say(status)] : []),
];

export const isSure = (statement: Statement): boolean => statement.status === "accepted";

export interface Career {
  person: Entity;
  stays: Tenure[];
}

/** The stays of each person in the order of the data, which is that of the career; those who have the most first, then those who move the most. */
export const careers = computed<Career[]>(() => {
  const found = new Map<Entity, Tenure[]>();
  for (const tenure of tenures.value) {
    const stays = found.get(tenure.person);
    if (stays) stays.push(tenure);
    else found.set(tenure.person, [tenure]);
  }
  const moves = new Map<Entity, number>();
  for (const { person } of events.value.dated) moves.set(person, (moves.get(person) ?? 0) + 1);
  return [...found]
    .map(([person, stays]) => ({ person, stays }))
    .sort((a, b) => b.stays.length - a.stays.length || (moves.get(b.person) ?? 0) - (moves.get(a.person) ?? 0) || a.person.index - b.person.index);
});

/** "start: by 2 July 2025; still there on 30 January 2026". */
export function spent({ start, end, current }: Tenure): string {
  const { language } = state.value;
  const began = between(start, language);
  const ended = current && end[0] !== null && end[1] === null ? words("still", dayName(end[0], language)) : between(end, language) && words("end", between(end, language));
  return [began && words("start", began), ended].filter(Boolean).join("; ") || words("noDate");
}

/** The statement that a click on a stay leads to: the surest of those that pass. */
export const ground = (tenure: Tenure): Statement | undefined =>
  tenure.statements.filter(selected.value.has).sort((a, b) => b.confidence - a.confidence || a.index - b.index)[0];
