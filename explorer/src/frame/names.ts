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

/** A word that starts as was typed, but for one slip: a letter wrong, too many, missing, or two swapped. */
function nearly(typed: string): RegExp {
  const letters = [...typed];
  const slips = letters.map((letter, at) => {
    const [before, after, next] = [letters.slice(0, at).join(""), letters.slice(at + 1).join(""), letters[at + 1] ?? ""];
    return `${before}(?:.?${after}|.${letter}${after}|${next}${letter}${letters.slice(at + 2).join("")})`;
  });
  return new RegExp(` (?:${letters.length < 4 ? typed : slips.join("|")})`);
}

/** The best hits, each entity and article once; of equals, those with the most statements. */
export function search(data: Data, text: string, limit: number): Hit[] {
  const needle = spaced(text.slice(0, 100)); // nobody has a longer name to type
  if (needle === " ") return [];
  const { hits, folded } = names(data);
  const ranks = new Map<number, number>();
  // 0 the whole name, 1 its start, 2 words within
  folded.forEach((name, n) => {
    const at = name.indexOf(needle);
    if (at >= 0) ranks.set(n, at > 0 ? 2 : name.length === needle.length ? 0 : 1);
  });
  if (ranks.size < limit && needle.length > 3) {
    // 3 letters within, blanks or not; 4 words in any order, a slip in each
    const words = needle.trim().split(" ");
    const [within, slips] = [new RegExp([...words.join("")].join(" ?")), words.map(nearly)];
    folded.forEach((name, n) => {
      if (ranks.has(n)) return;
      if (within.test(name)) ranks.set(n, 3);
      else if (slips.every((slip) => slip.test(name))) ranks.set(n, 4);
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
