// The words of the page, English and French. Each part of the page keeps its own words beside it, with `phrases`.

import { computed } from "@preact/signals";
import { state } from "./state";
import type { Labels } from "./data";

/** By itself: what is made with words is not made anew for a selection. */
const language = computed(() => state.value.language);

/** A table of words by key -> a function that gives them in the reader's language, with {0}, {1}… filled in. */
export function phrases<K extends string>(table: Record<K, [en: string, fr: string]>): (key: K, ...values: (string | number)[]) => string {
  return (key, ...values) => {
    // An address can name what is no key: that stands for itself.
    const text = Object.hasOwn(table, key) ? table[key][language.value === "fr" ? 1 : 0] : String(key);
    return values.length ? text.replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)] ?? "")) : text;
  };
}

/** What the ontology calls something, in the reader's language. */
export const label = (labels: Labels): string => labels[language.value];

/** Words that many parts share: certainty, status, kinds. */
export const say = phrases({
  asserted: ["stated as fact", "affirmé"],
  reported: ["reported", "rapporté"],
  rumoured: ["rumoured", "rumeur"],
  planned: ["planned", "projeté"],
  denied: ["denied", "démenti"],
  accepted: ["accepted", "admis"],
  disputed: ["disputed", "contesté"],
  unconfirmed: ["unconfirmed", "non confirmé"],
  refuted: ["refuted", "réfuté"],
  superseded: ["superseded", "remplacé"],
  person: ["person", "personne"],
  organization: ["organisation", "organisation"],
  work: ["model, other work", "modèle, autre œuvre"],
  nothing: ["Nothing to show with these filters.", "Rien à afficher avec ces filtres."],
  close: ["Close", "Fermer"],
  more: ["Show {0} more", "En afficher {0} de plus"],
});
