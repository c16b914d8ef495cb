// Every name that can be searched for: labels and aliases of entities, titles of articles; found by their start, by words within, with a slip of a key.

import type { Article, Data, Entity } from "../data";
import { fold } from "../text";

export interface Hit {
  entity: Entity | null;
  article: Article | null;
  /** The name that was found: the label, or one of the aliases. */
  name: string;
}

interface Names {
  hits: Hit[];
  /** Each name as it is compared: lower case, no accents, and a blank before each word. */
  folded: string[];
}

/** What nobody looks for by name: the years and the numbers that statements lead to. */
const UNNAMED = new Set(["Date", "Figure"]);

const prepared = new WeakMap<Data, Names>();

/** The names, folded once. */
export function names(data: Data): Names {
  let found = prepared.get(data);
  if (found) return found;
  const hits: Hit[] = [];
  for (const entity of data.entities) {
    if (UNNAMED.has(entity.type.id)) continue;
    for (const name of [...entity.aliases, entity.label]) hits.push({ entity, article: null, name });
  }
  for (const article of data.articles) hits.push({ entity: null, article, name: article.name });
  prepared.set(data, (found = { hits, folded: hits.map(({ name }) => spaced(name)) }));
  return found;
}

const spaced = (name: string): string => ` ${fold(name).replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;

/** Whether a word starts as was typed, but for one slip: a letter wrong, missing, too many, or two swapped. */
function nearly(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  if (at === typed.length) return true;
  if (typed.length < 4) return false;
  return (
    word.startsWith(typed.slice(at + 1), at + 1) ||
    word.startsWith(typed.slice(at), at + 1) ||
    word.startsWith(typed.slice(at + 1), at) ||
    (typed[at] === word[at + 1] && typed[at + 1] === word[at] && word.startsWith(typed.slice(at + 2), at + 2))
  );
}

/** How well a name answers, 0 best: the whole name, its start, words within, letters within, words in any order with a slip in each. */
function rank(name: string, needle: string, glued: string, terms: string[], strict: boolean): number | null {
  const at = name.indexOf(needle);
  if (at >= 0) return at > 0 ? 2 : name.length === needle.length ? 0 : 1;
  if (strict) return null;
  if (name.replaceAll(" ", "").includes(glued)) return 3;
  const words = name.split(" ");
  return terms.every((term) => words.some((word) => nearly(term, word))) ? 4 : null;
}

/** The best hits, each entity and article once; of equals, those with the most statements. */
export function search(data: Data, text: string, limit: number): Hit[] {
  const needle = spaced(text);
  if (needle === " ") return [];
  const { hits, folded } = names(data);
  const terms = needle.trim().split(" ");
  const ranks = new Map<number, number>();
  // What starts with what was typed comes first: only where that is little is the rest worth its time.
  for (const strict of [true, false]) {
    if (ranks.size >= limit || (!strict && needle.length <= 3)) break;
    folded.forEach((name, n) => {
      const found = ranks.has(n) ? null : rank(name, needle, terms.join(""), terms, strict);
      if (found !== null) ranks.set(n, found);
    });
  }
  const weight = (n: number) => hits[n]!.entity?.statements.length ?? 0;
  // Of names that differ by capitals alone, the label comes last, and before it the one with the fewest.
  const order = [...ranks.keys()].sort((a, b) => ranks.get(a)! - ranks.get(b)! || weight(b) - weight(a) || folded[a]!.length - folded[b]!.length || b - a);
  const best = new Map<Entity | Article, Hit>();
  for (const n of order) {
    const hit = hits[n]!;
    const thing = hit.entity ?? hit.article!;
    if (!best.has(thing)) best.set(thing, hit);
    if (best.size === limit) break;
  }
  return [...best.values()];
}
