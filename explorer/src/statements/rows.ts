// Which rows the table of statements shows: what passes the filters and holds the words that are typed, in order.

import { computed, signal } from "@preact/signals";
import type { Data, Language, Statement } from "../data";
import { selected } from "../filter";
import { state } from "../state";
import { fold } from "../text";
import { details, order, type Column } from "./columns";

/** The column that the rows are sorted by, and whether downwards; null is the order of the data. */
export const sorting = signal<{ column: Column; down: boolean } | null>(null);
export const typed = signal("");

const language = computed(() => state.value.language); // by itself: a selection must not make the rows anew

let data: Data;
const haystacks = new Map<string, string[]>();

/** What can be typed to find a statement: its names, their aliases, its relation and its details, folded. */
function haystack(language: Language): string[] {
  let found = haystacks.get(language);
  if (!found) {
    const names = data.entities.map((entity) => fold([entity.label, ...entity.aliases].join(" ")));
    const relations = new Map(data.relations.map((relation) => [relation, fold(relation.labels[language])]));
    found = data.statements.map((statement) =>
      [
        names[statement.subject.index],
        relations.get(statement.relation),
        names[statement.object.index],
        ...statement.origins.map(({ index }) => names[index]),
        fold(details(statement, data)),
      ].join(" "),
    );
    haystacks.set(language, found);
  }
  return found;
}

const current = computed<Statement[]>(() => {
  const { statements, has } = selected.value;
  const words = fold(typed.value).split(/\s+/).filter(Boolean);
  const { value: sort } = sorting;
  let found = sort ? order(data, sort.column, sort.down, language.value).filter(has) : statements;
  if (words.length) {
    const all = haystack(language.value);
    found = found.filter(({ index }) => words.every((word) => all[index]!.includes(word)));
  }
  return found;
});

export function rows(shown: Data): Statement[] {
  data = shown;
  return current.value;
}
