// The works: who made each, who developed it, and where its makers are.

import { computed } from "@preact/signals";
import type { Entity, Statement, Tenure } from "../data";
import { isDrawn, selected, tenures, trueOn } from "../filter";
import { latest, proof, sameHouse, upwards } from "../whereabouts";

/** Where a maker is, seen from the developer: with it, elsewhere, or not told; "somewhere" when no developer is known. */
export type Place = "there" | "elsewhere" | "somewhere" | "unknown";

export interface Maker {
  person: Entity;
  /** That this person made the work. */
  made: Statement;
  place: Place;
  /** The stay that is the latest known, and what proves it; none when nothing tells. */
  stay: Tenure | null;
  proof: Statement | undefined;
  /** Where else the person may be: other stays that nobody says have ended. */
  others: Tenure[];
  /** The stay that ended last, when that is all that is known. */
  ended: Tenure | null;
}

export interface Work {
  entity: Entity;
  developed: Statement[];
  makers: Maker[];
}

/** The stays that pass, by person. */
const stays = computed(() => {
  const found = new Map<Entity, Tenure[]>();
  for (const tenure of tenures.value) {
    const before = found.get(tenure.person);
    if (before) before.push(tenure);
    else found.set(tenure.person, [tenure]);
  }
  return found;
});

function maker(made: Statement, developers: Entity[]): Maker {
  const on = trueOn.value;
  const all = stays.value.get(made.subject) ?? [];
  const [stay = null, ...others] = latest(all, on);
  const ended = stay || on !== null ? null : ([...all].sort((a, b) => (b.end[1] ?? 0) - (a.end[1] ?? 0))[0] ?? null);
  const withThem = (organization: Entity) => developers.some((developer) => sameHouse(organization, developer));
  let place: Place = "unknown";
  if (stay) place = developers.length === 0 ? "somewhere" : withThem(stay.organization) ? "there" : "elsewhere";
  else if (ended && withThem(ended.organization)) place = "elsewhere"; // gone, and nobody says where
  return { person: made.subject, made, place, stay, proof: stay ? proof(stay, selected.value.has) : undefined, others, ended };
}

/** The works that anything that passes tells the makers or the developer of; those with most makers first. */
export const works = computed<Work[]>(() => {
  const made = new Map<Entity, { developed: Statement[]; makers: Statement[] }>();
  for (const statement of selected.value.statements) {
    const { id } = statement.relation;
    if ((id !== "coCreated" && id !== "developed") || !isDrawn(statement)) continue;
    const found = made.get(statement.object) ?? { developed: [], makers: [] };
    made.set(statement.object, found);
    (id === "developed" ? found.developed : found.makers).push(statement);
  }
  return [...made]
    .map(([entity, { developed, makers }]) => {
      const developers = developed.map(({ subject }) => subject);
      return { entity, developed, makers: makers.map((statement) => maker(statement, developers)) };
    })
    .sort((a, b) => b.makers.length - a.makers.length || (a.entity.label < b.entity.label ? -1 : 1));
});

/** Makers together by where they are, the most first; a part of an organisation that is there itself goes with it. */
export function byPlace(makers: readonly Maker[]): { organization: Entity | null; makers: Maker[] }[] {
  const all = new Set(makers.flatMap(({ stay }) => (stay ? [stay.organization] : [])));
  const found = new Map<Entity | null, Maker[]>();
  for (const maker of makers) {
    const organization = maker.stay ? upwards(maker.stay.organization).findLast((other) => all.has(other))! : null;
    const group = found.get(organization);
    if (group) group.push(maker);
    else found.set(organization, [maker]);
  }
  return [...found]
    .map(([organization, makers]) => ({ organization, makers }))
    .sort((a, b) => Number(a.organization === null) - Number(b.organization === null) || b.makers.length - a.makers.length);
}

/** Where most of the makers came from, as the moves say that led them where they are. */
export function cameFrom(makers: readonly Maker[]): { organization: Entity; count: number } | null {
  const counts = new Map<Entity, number>();
  for (const { proof } of makers) for (const origin of proof?.origins ?? []) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? { organization: most[0], count: most[1] } : null;
}
