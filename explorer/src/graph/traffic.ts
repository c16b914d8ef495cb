// Everyone who came to an organisation, and everyone who went away, whether or not it is known from or to where.

import { computed } from "@preact/signals";
import type { Entity } from "../data";
import { isDrawn, selected } from "../filter";

interface Traffic {
  came: Set<Entity>;
  went: Set<Entity>;
}

const all = computed(() => {
  const found = new Map<Entity, Traffic>();
  const of = (entity: Entity): Traffic => {
    let one = found.get(entity);
    if (!one) found.set(entity, (one = { came: new Set(), went: new Set() }));
    return one;
  };
  for (const statement of selected.value.statements) {
    if (!isDrawn(statement)) continue;
    const { relation, subject, object, origins } = statement;
    if (relation.id === "movedTo") {
      of(object).came.add(subject);
      for (const origin of origins) of(origin).went.add(subject);
    } else if (relation.id === "left") of(object).went.add(subject);
  }
  return found;
});

export const traffic = (): ReadonlyMap<Entity, Traffic> => all.value;
