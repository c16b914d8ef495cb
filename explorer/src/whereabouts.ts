// Where someone is, as far as the articles tell: the latest of the stays that nobody says has ended.

import type { Entity, Statement, Tenure } from "./data";

/** An organisation and those that it belongs to, the widest last. */
export function upwards(organization: Entity): Entity[] {
  const found: Entity[] = [];
  for (let at: Entity | null = organization; at && !found.includes(at); at = at.parent) found.push(at);
  return found;
}

const within = (inner: Entity, outer: Entity): boolean => upwards(inner).includes(outer);

/** Whether one of two organisations is the other, or belongs to it. */
export const sameHouse = (one: Entity, other: Entity): boolean => within(one, other) || within(other, one);

/** A move or a founding tells that someone came; "worked at" may be of any time. */
const comes = ({ relation }: Statement): boolean => relation.id === "movedTo" || relation.id === "founded";

/** The last day, by the day that is asked for, on which a stay is told of: none, when it may not have begun by then. */
const told = ({ start, end }: Tenure, on: number | null): number =>
  Math.max(...[start[1], end[0]].map((day) => (day === null || (on !== null && day > on) ? -Infinity : day)));

/**
 * The stays of one person that may last, the likeliest first; of one house only the narrowest.
 *
 * Those are the stays whose end nothing tells, but not those that a move to another of them leads away from; on a day
 * that is asked for, those that this day may lie in. First the latest told of, then what is called current, then what
 * a move leads to.
 */
export function latest(stays: readonly Tenure[], on: number | null): Tenure[] {
  const open = stays.filter(({ start, end }) =>
    on === null ? end[1] === null : (start[0] === null || start[0] <= on) && (end[1] === null || on <= end[1]),
  );
  const left = new Set(open.flatMap((stay) => stay.statements.filter((s) => comes(s) && s.object === stay.organization).flatMap(({ origins }) => origins)));
  const sure = ({ start, end }: Tenure) => Number(on !== null && start[1] !== null && end[0] !== null && start[1] <= on && on <= end[0]);
  const byMove = (stay: Tenure) => Number(stay.statements.some((s) => comes(s) && s.object === stay.organization));
  const ranked = open
    .filter((stay) => on !== null || stay.current || !left.has(stay.organization))
    .sort((a, b) => sure(b) - sure(a) || compare(told(b, on), told(a, on)) || Number(b.current) - Number(a.current) || byMove(b) - byMove(a) || a.index - b.index);
  return ranked.filter(
    (stay, place) =>
      !ranked.some((other, n) => other !== stay && within(other.organization, stay.organization) && (other.organization !== stay.organization || n < place)),
  );
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b); // -Infinity less itself is no number

/** What proves a stay best: that someone came there, else that they were there; facts before the rest. */
export function proof(stay: Tenure, passes: (statement: Statement) => boolean): Statement | undefined {
  const weight = (s: Statement) => 2 * Number(s.modality === "asserted" && s.status !== "disputed") + Number(comes(s));
  return stay.statements
    .filter((s) => s.object === stay.organization && s.relation.id !== "left" && s.modality !== "denied" && passes(s))
    .sort((a, b) => weight(b) - weight(a))[0];
}
