// The moves, each a row: who, from where to where, and the days on which it can have happened.

import type { Data, Statement } from "../data";
import { hue } from "../hues";
import { fit, pressable } from "../picture";
import { show, state } from "../state";
import { monthName } from "../text";
import { axis, type Axis } from "./axis";
import { anchor, events, isSure, told, when, type Event } from "./events";
import { Moment } from "./marks";
import type { Drawn } from "./sheet";
import { amount } from "./words";

const ROW = 24;
const MONTH = 34;

/** The dated events that are drawn, with the month under which each first one stands. */
export function months(drawn: Event[]): { month: string; events: Event[] }[] {
  const found: { month: string; events: Event[] }[] = [];
  for (const event of drawn) {
    const month = monthName(anchor(event), state.value.language);
    if (found.at(-1)?.month === month) found.at(-1)!.events.push(event);
    else found.push({ month, events: [event] });
  }
  return found;
}

interface Columns {
  person: number;
  told: number;
  chart: number;
  when: number;
  width: number;
}

function columns(width: number): Columns {
  const person = Math.min(160, Math.max(112, width * 0.16));
  const when = width >= 780 ? 158 : 0;
  const told = Math.min(250, Math.max(130, width * (when ? 0.23 : 0.3)));
  return { person, told, chart: width - person - told - when - (when ? 12 : 0), when, width };
}

export function isChosen(statement: Statement): boolean {
  const chosen = state.value.selected;
  return (
    chosen === `statement:${statement.key}` ||
    chosen === `entity:${statement.subject.id}` ||
    (statement.relation.id === "movedTo" && statement.origins.some(({ id }) => chosen === `flow:${id}>${statement.object.id}`))
  );
}

/** The first so many moves that have a date. */
export function drawMoves(data: Data, width: number, limit: number): Drawn {
  const dated = events.value.dated.slice(0, limit);
  const place = columns(width);
  const line = axis(dated.map(({ first, last }) => [first, last]), place.person + place.told, place.person + place.told + place.chart);
  let height = 0;
  const body = months(dated).map(({ month, events }) => {
    const top = height;
    height += MONTH + events.length * ROW;
    return (
      <g key={month} transform={`translate(0 ${top})`}>
        <path d={`M0 ${MONTH - 5}H${width}`} stroke="var(--line)" />
        <text y={MONTH - 12} font-size="13" font-weight="650" fill="var(--ink)">
          {month} <tspan font-weight="400" fill="var(--soft)">{amount(events.length)}</tspan>
        </text>
        {events.map((event, row) => <Row key={event.key} event={event} y={MONTH + row * ROW} place={place} axis={line} data={data} />)}
      </g>
    );
  });
  return { axis: line, height: height + 6, body };
}

function Row({ event, y, place, axis, data }: { event: Event; y: number; place: Columns; axis: Axis; data: Data }) {
  const { statement, person, to, from } = event;
  const [what, date] = [told(event), when(event)];
  return (
    <g transform={`translate(0 ${y})`}>
      <g class="timeline-row" {...pressable(`${person.label}: ${what}, ${date}`, () => show(`statement:${statement.key}`))}>
        <title>{`${person.label}: ${what}, ${date}`}</title>
        <rect x="-6" width={place.width + 12} height={ROW} fill={isChosen(statement) ? "var(--chosen)" : "transparent"} />
        <g transform="translate(0 12)"><Moment event={event} axis={axis} number={hue(data, to ?? from[0] ?? null)} sure={isSure(statement)} /></g>
      </g>
      <g class="timeline-words" fill="var(--ink)" font-size="13" aria-hidden="true">
        <text y="16" font-weight="600">{fit(person.label, place.person - 10, 13, 600)}</text>
        <text x={place.person} y="16">{fit(what, place.told - 14, 13)}</text>
        {place.when > 0 && <text x={place.width - place.when} y="16" font-size="12" fill="var(--soft)">{fit(date, place.when, 12)}</text>}
      </g>
    </g>
  );
}
