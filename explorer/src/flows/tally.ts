// How many people went from where to where: bands of people, established or not, and the balance of each organisation.

import { computed } from "@preact/signals";
import type { Entity, Statement } from "../data";
import { flows, isDrawn, selected } from "../filter";
import { state } from "../state";

/** One end of a band: an organisation; those that are not drawn by themselves; or what no sentence says. */
export interface End {
  id: string;
  entity: Entity | null;
}
export const OTHERS: End = { id: "*", entity: null };
export const UNSAID: End = { id: "?", entity: null };

export interface Band {
  /** As the panel names it: "FROM>TO". */
  key: string;
  from: End;
  to: End;
  people: Set<Entity>;
  /** Those of whom it is established: the others are in hearsay, plans and quarrels. */
  sure: Set<Entity>;
}

export interface Balance {
  end: End;
  arrived: Set<Entity>;
  left: Set<Entity>;
}

export const net = ({ arrived, left }: Balance): number => arrived.size - left.size;

class Bands {
  private readonly found = new Map<string, Band>();
  private readonly ends = new Map<Entity, End>();

  end(entity: Entity): End {
    let end = this.ends.get(entity);
    if (!end) this.ends.set(entity, (end = { id: entity.id, entity }));
    return end;
  }

  at(from: End, to: End): Band {
    const key = `${from.id}>${to.id}`;
    let band = this.found.get(key);
    if (!band) this.found.set(key, (band = { key, from, to, people: new Set(), sure: new Set() }));
    return band;
  }

  add(from: End, to: End, statement: Statement): void {
    const band = this.at(from, to);
    band.people.add(statement.subject);
    if (statement.status === "accepted") band.sure.add(statement.subject);
  }

  /** The greatest first. */
  all(): Band[] {
    return [...this.found.values()].sort((a, b) => b.people.size - a.people.size || (a.key < b.key ? -1 : 1));
  }
}

/** The moves whose both ends are said. */
export const known = computed<Band[]>(() => {
  const bands = new Bands();
  for (const { from, to, statements } of flows.value)
    for (const statement of statements) bands.add(bands.end(from), bands.end(to), statement);
  return bands.all();
});

/** Arrivals without an origin, and departures of people whom no sentence lets arrive from there: not flows, and told apart. */
export const unsaid = computed<Band[]>(() => {
  const bands = new Bands();
  const went = new Set<string>();
  for (const { from, statements } of flows.value) for (const { subject } of statements) went.add(`${subject.index} ${from.index}`);
  for (const statement of selected.value.statements) {
    if (!isDrawn(statement)) continue;
    const { subject, relation, object, origins } = statement;
    if (relation.id === "movedTo" && origins.length === 0) bands.add(UNSAID, bands.end(object), statement);
    else if (relation.id === "left" && !went.has(`${subject.index} ${object.index}`)) bands.add(bands.end(object), UNSAID, statement);
  }
  return bands.all();
});

/** What the reader wants counted. */
export const counted = computed<Band[]>(() => (state.value.part === "unsaid" ? [...known.value, ...unsaid.value] : known.value));

/** Who arrived at each organisation and who left it; those that most people touch first. */
export const sums = computed<Balance[]>(() => balance(counted.value));
export const balances = computed<Balance[]>(() => sums.value.filter(({ end }) => end !== UNSAID));

export function balance(bands: Band[]): Balance[] {
  const found = new Map<string, Balance>();
  const of = (end: End): Balance => {
    let balance = found.get(end.id);
    if (!balance) found.set(end.id, (balance = { end, arrived: new Set(), left: new Set() }));
    return balance;
  };
  for (const { from, to, people } of bands) {
    const [left, arrived] = [of(from).left, of(to).arrived];
    for (const person of people) left.add(person), arrived.add(person);
  }
  const size = ({ arrived, left }: Balance) => arrived.size + left.size;
  return [...found.values()].sort((a, b) => size(b) - size(a) || (a.end.id < b.end.id ? -1 : 1));
}

/** The bands with all organisations but the given ones drawn as one; the people among those are left out. */
export function bundled(bands: Band[], apart: ReadonlySet<string>): { bands: Band[]; hidden: Set<Entity> } {
  const bundles = new Bands();
  const hidden = new Set<Entity>();
  const end = (end: End) => (end === UNSAID || apart.has(end.id) ? end : OTHERS);
  for (const band of bands) {
    const [from, to] = [end(band.from), end(band.to)];
    const bundle = from === OTHERS && to === OTHERS ? { people: hidden, sure: hidden } : bundles.at(from, to);
    for (const person of band.people) bundle.people.add(person);
    for (const person of band.sure) bundle.sure.add(person);
  }
  return { bands: bundles.all(), hidden };
}
