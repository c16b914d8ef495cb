// Which statements pass the filters, and how many would with each choice.

import { computed } from "@preact/signals";
import { isOut, mayHold, type Claim, type Data, type Entity, type Statement, type Tenure } from "./data";
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

/** The choices of a facet, numbered, and those of each statement: `of[starts[n]]` to `of[starts[n + 1]]` (exclusive). */
interface Choices {
  values: string[];
  number: Map<string, number>;
  starts: Uint32Array;
  of: Uint32Array;
}

let data: Data;
let choices: Choices[];
/** The first day on which an article surely was out that says so. */
let out: Float64Array;

export function prepare(loaded: Data): void {
  data = loaded;
  choices = FACETS.map((facet) => numbered(CHOICES[facet]));
  out = Float64Array.from(data.statements, ({ claims }) => {
    let first = Infinity;
    for (const { article } of claims) if (article !== null && article.out !== null && article.out < first) first = article.out;
    return first;
  });
}

/** What gives the choices of a statement, one by one, to `add`, which says whether it is the first time. */
type ChoicesOf = (statement: Statement, add: (value: string) => boolean) => void;

const CHOICES: Record<Facet, ChoicesOf> = {
  organizations: ({ subject, object, origins }, add) => {
    addWithParents(subject, add);
    addWithParents(object, add);
    for (const origin of origins) addWithParents(origin, add);
  },
  roles: ({ qualifiers }, add) => {
    for (const { name, value } of qualifiers) if (name === "role") add(value.toLocaleLowerCase());
  },
  relations: ({ relation }, add) => void add(relation.id),
  modalities: ({ modality }, add) => void add(modality),
  statuses: ({ status }, add) => void add(status),
  articles: ({ claims }, add) => {
    for (const { article } of claims) if (article) add(article.id);
  },
};

/** Who speaks of a part of an organisation speaks of the whole. */
function addWithParents(end: Entity, add: (value: string) => boolean): void {
  for (let entity: Entity | null = end; entity && entity.kind === "organization" && add(entity.id); ) entity = entity.parent;
}

function numbered(choicesOf: ChoicesOf): Choices {
  const number = new Map<string, number>();
  const starts = new Uint32Array(data.statements.length + 1);
  const of: number[] = [];
  let start = 0;
  const add = (value: string): boolean => {
    let known = number.get(value);
    if (known === undefined) number.set(value, (known = number.size));
    for (let at = start; at < of.length; at++) if (of[at] === known) return false;
    of.push(known);
    return true;
  };
  for (const statement of data.statements) {
    choicesOf(statement, add);
    starts[statement.index + 1] = start = of.length;
  }
  return { values: [...number.keys()], number, starts, of: Uint32Array.from(of) };
}

/** The choices of a facet that occur in the data, whatever the filters. */
export const occurring = (facet: Facet): readonly string[] => choices[FACETS.indexOf(facet)]!.values;

/** Go once over all statements. Everything is numbers here: with 100,000 statements a filter must answer at once. */
export function select(filters: Filters): Selected {
  const chosen = choices.map(({ values, number }, n) => {
    const wanted = filters[FACETS[n]!];
    if (!wanted.length) return null;
    const flags = new Uint8Array(values.length);
    for (const value of wanted) if (number.has(value)) flags[number.get(value)!] = 1;
    return flags;
  });
  const on = filters.trueOn ? day(filters.trueOn) : null;
  const known = filters.knownOn ? day(filters.knownOn) : Infinity;
  const passing = new Uint8Array(data.statements.length);
  const statements: Statement[] = [];
  const tallies = choices.map(({ values }) => new Uint32Array(values.length));
  const bySources = new Uint32Array(1 + data.statements.reduce((most, { sources }) => Math.max(most, sources), 0));
  const SOURCES = 1 << FACETS.length;
  for (let index = 0; index < data.statements.length; index++) {
    const statement = data.statements[index]!;
    if (filters.knownOn && out[index]! > known) continue;
    if (on !== null && !mayHold(statement, on)) continue;
    let failed = statement.sources < filters.sources ? SOURCES : 0;
    for (let n = 0; n < choices.length; n++) {
      const flags = chosen[n];
      if (!flags) continue;
      const { starts, of } = choices[n]!;
      let at = starts[index]!;
      while (at < starts[index + 1]! && !flags[of[at]!]) at++;
      if (at === starts[index + 1]!) failed |= 1 << n;
    }
    if (failed === 0) {
      passing[index] = 1;
      statements.push(statement);
    }
    if (failed & (failed - 1)) continue; // fails two filters or more: no single other choice lets it pass
    for (let n = 0; n < choices.length; n++) {
      if (failed & ~(1 << n)) continue;
      const { starts, of } = choices[n]!;
      for (let at = starts[index]!; at < starts[index + 1]!; at++) tallies[n]![of[at]!]!++;
    }
    if ((failed & ~SOURCES) === 0) bySources[statement.sources]!++;
  }
  for (let n = bySources.length - 1; n > 0; n--) bySources[n - 1]! += bySources[n]!;
  const counts = Object.fromEntries(FACETS.map((facet, n) => [facet, counted(choices[n]!.values, tallies[n]!)])) as Selected["counts"];
  return { statements, has: (statement) => passing[statement.index] === 1, counts, sources: [...bySources] };
}

function counted(values: string[], tally: Uint32Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (let n = 0; n < tally.length; n++) if (tally[n]) counts.set(values[n]!, tally[n]!);
  return counts;
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

/** The day that things are to be true on, null when off: known by itself, so that other changes of state cost nothing. */
export const trueOn = computed<number | null>(() => (state.value.trueOn ? day(state.value.trueOn) : null));

/** The stays that rest on what passes. */
export const tenures = computed<Tenure[]>(() => {
  const on = trueOn.value;
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
