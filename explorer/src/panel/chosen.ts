// What a selection names: read from the address, where anyone can have written anything.

import type { Article, Conflict, Data, Entity, Statement } from "../data";
import type { Selection } from "../state";

export type Chosen =
  | { kind: "entity"; entity: Entity }
  | { kind: "statement"; statement: Statement }
  | { kind: "flow"; from: Entity; to: Entity }
  | { kind: "conflict"; conflict: Conflict }
  | { kind: "article"; article: Article };

/** What is selected; null when the file has no such thing. */
export function find(data: Data, selection: Selection): Chosen | null {
  const colon = selection.indexOf(":");
  const name = selection.slice(colon + 1);
  switch (selection.slice(0, colon)) {
    case "entity": {
      const entity = data.entity.get(name);
      return entity ? { kind: "entity", entity } : null;
    }
    case "statement": {
      const statement = data.statement.get(name);
      return statement ? { kind: "statement", statement } : null;
    }
    case "flow": {
      const [from, to, ...more] = name.split(">").map((id) => data.entity.get(id));
      return from && to && !more.length ? { kind: "flow", from, to } : null;
    }
    case "conflict": {
      const conflict = /^\d{1,9}$/.test(name) ? data.conflicts[Number(name)] : undefined;
      return conflict ? { kind: "conflict", conflict } : null;
    }
    case "article": {
      const article = data.articles.find(({ id }) => id === name);
      return article ? { kind: "article", article } : null;
    }
    default:
      return null;
  }
}
