// What the reader looks at: one value, held by the address of the page (its hash), so that a view can be sent as a link.

import { signal } from "@preact/signals";
import type { Language } from "./data";

export const VIEWS = ["graph", "flows", "timeline", "works", "conflicts", "statements"] as const;
export type ViewName = (typeof VIEWS)[number];
export const SCOPES = ["organizations", "around", "full"] as const;
export type Scope = (typeof SCOPES)[number];

/** The filters: of each, nothing chosen means that all may pass. */
export interface Filters {
  /** Entity ids of organisations: a statement passes if it speaks of one of them. */
  organizations: readonly string[];
  roles: readonly string[];
  relations: readonly string[];
  modalities: readonly string[];
  statuses: readonly string[];
  /** Article ids. */
  articles: readonly string[];
  /** The least number of independent sources. */
  sources: number;
  /** ISO days, "" when off. */
  trueOn: string;
  knownOn: string;
}

/** What the panel shows: "entity:ID", "statement:KEY", "flow:FROM>TO", "conflict:INDEX", "article:ID", "" when closed. */
export type Selection = string;

export interface State extends Filters {
  view: ViewName;
  scope: Scope;
  /** The entity that the surroundings are drawn of. */
  around: string;
  selected: Selection;
  /** What the view shows of itself, in its own word; "" for what it shows at first. */
  part: string;
  language: Language;
}

export const NO_FILTERS: Filters = {
  organizations: [],
  roles: [],
  relations: [],
  modalities: [],
  statuses: [],
  articles: [],
  sources: 1,
  trueOn: "",
  knownOn: "",
};

const START: State = {
  ...NO_FILTERS,
  view: "graph",
  scope: "organizations",
  around: "",
  selected: "",
  part: "",
  language: "en",
};

export const state = signal<State>(START);

let start = START;

/** States that came without the reader's doing, as a story brings them: nothing takes the focus for them. */
export const unasked = new WeakSet<State>();

/** Change some of the state; a change of view or selection can be undone with the browser's back button. */
export function go(change: Partial<State>): void {
  const before = state.value;
  const next = { ...before, ...change };
  const step = next.view !== before.view || next.selected !== before.selected || next.scope !== before.scope || next.around !== before.around;
  if (step) address("replaceState"); // what stands in the address late goes there before the step
  state.value = next;
  if (step) address("pushState");
  else if (Object.keys(change).every((key) => key === "trueOn" || key === "knownOn")) later();
  else address("replaceState");
}

function address(how: "pushState" | "replaceState"): void {
  clearTimeout(waiting);
  waiting = 0;
  written = performance.now();
  const hash = write(state.value);
  if (hash === location.hash.slice(1)) return;
  try {
    history[how](null, "", hash ? `#${hash}` : location.pathname + location.search);
  } catch {
    // A page inside another page's srcdoc has no address of its own.
  }
}

// Browsers take only so many changes of the address: while a clock is turned, it follows a few times a second.
const PAUSE = 250;
let waiting = 0;
let written = -PAUSE;

function later(): void {
  if (performance.now() - written >= PAUSE) address("replaceState");
  else waiting ||= setTimeout(() => address("replaceState"), PAUSE);
}

/** Open what the address says, and follow it. */
export function follow(language: Language): void {
  start = { ...START, language };
  const arrive = () => {
    clearTimeout(waiting);
    waiting = 0;
    state.value = read(location.hash.slice(1));
  };
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
}

export const show = (selected: Selection): void => go({ selected });
export const close = (): void => go({ selected: "" });
export const toggle = (list: readonly string[], value: string): string[] =>
  list.includes(value) ? list.filter((other) => other !== value) : [...list, value];

const LISTS = { organizations: "org", roles: "role", relations: "rel", modalities: "certainty", statuses: "status", articles: "article" } as const;
const WORDS = { view: "view", scope: "scope", around: "around", selected: "show", part: "part", trueOn: "on", knownOn: "known", language: "lang" } as const;

/** The hash of a state: only what differs from the page as it opens. */
export function write(value: State): string {
  const hash = new URLSearchParams();
  for (const [key, name] of Object.entries(WORDS) as [keyof typeof WORDS, string][])
    if (value[key] !== start[key]) hash.set(name, value[key]);
  for (const [key, name] of Object.entries(LISTS) as [keyof typeof LISTS, string][])
    for (const item of value[key]) hash.append(name, item);
  if (value.sources > 1) hash.set("sources", String(value.sources));
  return hash.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%7E", "~").replaceAll("%3E", ">");
}

/** A day of the calendar, as "2025-02-28"; 2025-02-31 is none, nor is any in the year 0. */
const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && new Date(Date.parse(text) || 0).toJSON().startsWith(text);

/** The state that a hash says; what it does not know, or what makes no sense, is passed over. */
export function read(hash: string): State {
  const said = new URLSearchParams(hash);
  const value = { ...start };
  const oneOf = <T extends string>(name: string, all: readonly T[], fallback: T): T =>
    all.includes(said.get(name) as T) ? (said.get(name) as T) : fallback;
  const day = (name: string): string => (isDay(said.get(name) ?? "") ? said.get(name)! : "");
  value.view = oneOf("view", VIEWS, start.view);
  value.scope = oneOf("scope", SCOPES, start.scope);
  value.language = oneOf("lang", ["en", "fr"], start.language);
  value.around = said.get("around") ?? "";
  value.selected = said.get("show") ?? "";
  value.part = said.get("part") ?? "";
  value.trueOn = day("on");
  value.knownOn = day("known");
  value.sources = Math.max(1, Math.trunc(Number(said.get("sources"))) || 1);
  for (const [key, name] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) value[key] = said.getAll(name);
  return value;
}
