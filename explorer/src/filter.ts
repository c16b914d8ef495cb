// Which statements pass the filters, and how many would with each choice.

import { computed } from "@preact/signals";
import { isOut, knownOn, mayHold, type Claim, type Data, type Entity, type Statement, type Tenure } from "./data";
import { day } from "./text";
import { state, type Filters } from "./state";

export const FACETS = ["organizations", "roles", "relations", "modalities", "statuses", "articles"] as const;
export type Facet = (typeof FACETS)[number];

export interface Selected {
  /** In the order of the data. */
  statements: Statement[];
  has(statement: Statement): boolean;
  /** For each facet and choice: how many statements pass all *other* filters and have that choice. */
  counts: Record<Facet, Map<string, number>>;
  /** For each number n of sources: how many statements that pass all other filters have at least n. */
  sources: number[];
}

let data: Data;
let organizations: readonly (readonly string[])[];
let roles: readonly (readonly string[])[];
let articles: readonly (readonly string[])[];

export function prepare(loaded: Data): void {
  data = loaded;
  organizations = data.statements.map((statement) => organizationsOf(statement).map((entity) => entity.id));
  roles = data.statements.map((statement) => [...new Set(statement.qualifiers.filter((q) => q.name === "role").map((q) => fold(q.value)))]);
  articles = data.statements.map((statement) => [...new Set(statement.claims.flatMap((claim) => (claim.article ? [claim.article.id] : [])))]);
}

const fold = (role: string): string => role.toLocaleLowerCase();

/** The organisations that a statement speaks of, and those that they belong to. */
export function organizationsOf(statement: Statement): Entity[] {
  const found = new Set<Entity>();
  for (const end of [statement.subject, statement.object, ...statement.origins])
    for (let entity: Entity | null = end; entity && entity.kind === "organization" && !found.has(entity); entity = entity.parent) found.add(entity);
  return [...found];
}

function values(facet: Facet, statement: Statement): readonly string[] {
  switch (facet) {
    case "organizations":
      return organizations[statement.index]!;
    case "roles":
      return roles[statement.index]!;
    case "relations":
      return [statement.relation.id];
    case "modalities":
      return [statement.modality];
    case "statuses":
      return [statement.status];
    case "articles":
      return articles[statement.index]!;
  }
}

export function select(filters: Filters): Selected {
  const chosen = FACETS.map((facet) => new Set(filters[facet]));
  const on = filters.trueOn ? day(filters.trueOn) : null;
  const known = filters.knownOn ? day(filters.knownOn) : null;
  const passing = new Uint8Array(data.statements.length);
  const statements: Statement[] = [];
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map()])) as Selected["counts"];
  const sources: number[] = [];
  const SOURCES = 1 << FACETS.length;
  for (const statement of data.statements) {
    if (on !== null && !mayHold(statement, on)) continue;
    if (known !== null && !knownOn(statement, known)) continue;
    let failed = statement.sources < filters.sources ? SOURCES : 0;
    for (let n = 0; n < FACETS.length; n++) {
      const set = chosen[n]!;
      if (set.size && !values(FACETS[n]!, statement).some((value) => set.has(value))) failed |= 1 << n;
    }
    if (failed === 0) {
      passing[statement.index] = 1;
      statements.push(statement);
    }
    if (failed & (failed - 1)) continue; // fails two filters or more: no single other choice lets it pass
    for (let n = 0; n < FACETS.length; n++)
      if ((failed & ~(1 << n)) === 0)
        for (const value of values(FACETS[n]!, statement)) {
          const tally = counts[FACETS[n]!];
          tally.set(value, (tally.get(value) ?? 0) + 1);
        }
    if ((failed & ~SOURCES) === 0) for (let n = 1; n <= statement.sources; n++) sources[n] = (sources[n] ?? 0) + 1;
  }
  return { statements, has: (statement) => passing[statement.index] === 1, counts, sources };
}

const filters = computed(() => {
  const { organizations, roles, relations, modalities, statuses, articles, sources, trueOn, knownOn } = state.value;
  return JSON.stringify({ organizations, roles, relations, modalities, statuses, articles, sources, trueOn, knownOn });
});

/** What passes now; every view shows this and nothing else. */
export const selected = computed<Selected>(() => select(JSON.parse(filters.value)));

/** What eyes see: not what is denied or refuted, nor what no graph draws. */
export const isDrawn = (statement: Statement): boolean =>
  statement.relation.drawn && statement.modality !== "denied" && statement.status !== "refuted";

/** The claims of a statement whose articles are out on the day that is asked for. */
export function claimsOf(statement: Statement): Claim[] {
  const known = state.value.knownOn ? day(state.value.knownOn) : null;
  if (known === null) return statement.claims;
  return statement.claims.filter((claim) => isOut(claim, known));
}

/** The stays that rest on what passes. */
export const tenures = computed<Tenure[]>(() => {
  const on = state.value.trueOn ? day(state.value.trueOn) : null;
  return data.tenures.filter(
    ({ statements, start, end }) =>
      statements.some(selected.value.has) &&
      (on === null || ((start[0] === null || start[0] <= on) && (end[1] === null || on <= end[1]))),
  );
});

/** Moves from organisation to organisation, both known; bundled by direction. */
export interface Flow {
  key: string;
  from: Entity;
  to: Entity;
  statements: Statement[];
}

/** The flows of what passes, the greatest first; a move without a known origin is in none. */
export const flows = computed<Flow[]>(() => {
  const found = new Map<string, Flow>();
  for (const statement of selected.value.statements) {
    if (statement.relation.id !== "movedTo" || !isDrawn(statement)) continue;
    for (const from of statement.origins) {
      const key = `${from.id}>${statement.object.id}`;
      const flow = found.get(key) ?? { key, from, to: statement.object, statements: [] };
      flow.statements.push(statement);
      found.set(key, flow);
    }
  }
  return [...found.values()].sort((a, b) => b.statements.length - a.statements.length || (a.key < b.key ? -1 : 1));
});
