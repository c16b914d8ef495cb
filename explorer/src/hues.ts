// A colour for the few organisations that most moves touch, the same in every picture; all others share one.

import type { Data, Entity } from "./data";
import { isDrawn } from "./filter";

const HUES = 4;
const given = new WeakMap<Data, Map<Entity, number>>();

/** 1 to 4, or 0: the number of `--hue-…`; the filters change nothing about it. */
export function hue(data: Data, entity: Entity | null): number {
  let hues = given.get(data);
  if (!hues) {
    const moves = new Map<Entity, number>();
    for (const statement of data.statements)
      if (statement.relation.id === "movedTo" && isDrawn(statement))
        for (const end of [statement.object, ...statement.origins]) moves.set(end, (moves.get(end) ?? 0) + 1);
    const first = [...moves].sort((a, b) => b[1] - a[1] || a[0].index - b[0].index).slice(0, HUES);
    hues = new Map(first.map(([end], place) => [end, place + 1]));
    given.set(data, hues);
  }
  return (entity && hues.get(entity)) ?? 0;
}

export const ink = (number: number): string => `var(--hue-${number})`;
