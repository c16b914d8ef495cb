// The timeline as lists: for narrow pages, and for what has no date.

import { useSignal } from "@preact/signals";
import { show, state } from "../state";
import { say } from "../words";
import { careers, events, ground, spent, told, when, type Event } from "./events";
import { isChosen, months } from "./moves";
import { amount } from "./words";

const STEP = 24;

function Item({ event, dated }: { event: Event; dated: boolean }) {
  const { statement, person } = event;
  return (
    <li>
      <button type="button" class="timeline-item" aria-pressed={isChosen(statement)} onClick={() => show(`statement:${statement.key}`)}>
        <strong>{person.label}</strong> {told(event)}
        {(dated || statement.modality !== "asserted") && <small>{dated ? when(event) : say(statement.modality)}</small>}
      </button>
    </li>
  );
}

export function MovesList({ limit }: { limit: number }) {
  return (
    <>
      {months(events.value.dated.slice(0, limit)).map(({ month, events }) => (
        <section key={month}>
          <h3>{month}</h3>
          <ul class="timeline-list">{events.map((event) => <Item key={event.key} event={event} dated />)}</ul>
        </section>
      ))}
    </>
  );
}

export function CareersList({ limit }: { limit: number }) {
  return (
    <>
      {careers.value.slice(0, limit).map(({ person, stays }) => (
        <section key={person.id}>
          <h3><button type="button" class="timeline-who" onClick={() => show(`entity:${person.id}`)}>{person.label}</button></h3>
          <ol class="timeline-list">
            {stays.map((stay) => (
              <li key={stay.index}>
                <button
                  type="button"
                  class="timeline-item"
                  aria-pressed={stay.statements.some(({ key }) => state.value.selected === `statement:${key}`)}
                  onClick={() => show(`statement:${ground(stay)!.key}`)}
                >
                  {stay.organization.label} <small>{spent(stay)}</small>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** Events that stand at no place on the line, with their number. */
export function Aside({ of, title, hint }: { of: Event[]; title: string; hint: string }) {
  const limit = useSignal(STEP);
  if (!of.length) return null;
  const rest = of.length - limit.value;
  return (
    <section class="timeline-aside">
      <h3>{title} <span class="timeline-number">{amount(of.length)}</span></h3>
      <p class="timeline-hint">{hint}</p>
      <ul class="timeline-list timeline-columns">{of.slice(0, limit.value).map((event) => <Item key={event.key} event={event} dated={false} />)}</ul>
      {rest > 0 && <button type="button" onClick={() => (limit.value += 4 * STEP)}>{say("more", amount(Math.min(4 * STEP, rest)))}</button>}
    </section>
  );
}
