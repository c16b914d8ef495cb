// The first scene: from which organisation people went to which; one curve for each direction, as wide as many went.

import type { Entity } from "../data";
import { flows, isDrawn, selected } from "../filter";
import { layOut, type Box } from "./layout";
import { lineOf, people, spot, type Link, type Scene, type Spot } from "./scene";
import { words } from "./words";

const MOST_FLOWS = 500;
const MOST_SPOTS = 200;

/** Everyone who came to an organisation, and everyone who went away, whether or not it is known from or to where. */
interface Traffic {
  came: Set<Entity>;
  went: Set<Entity>;
}

export function traffic(): Map<Entity, Traffic> {
  const found = new Map<Entity, Traffic>();
  const of = (entity: Entity): Traffic => {
    let all = found.get(entity);
    if (!all) found.set(entity, (all = { came: new Set(), went: new Set() }));
    return all;
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
}

const places = new Map<string, { x: number; y: number }>();
let placed: Box | null = null;

export function organizationsScene(page: Box): Scene {
  const all = flows.value;
  const busy = traffic();
  const spots = new Map<Entity, Spot>();
  const links: Link[] = [];
  const spotOf = (entity: Entity): Spot => {
    let found = spots.get(entity);
    if (!found) {
      const { came, went } = busy.get(entity) ?? { came: new Set(), went: new Set() };
      found = spot(entity, 5 + 2.6 * Math.sqrt(came.size + went.size), `+${came.size} −${went.size}`);
      spots.set(entity, found);
    }
    return found;
  };
  for (const flow of all) {
    if (links.length >= MOST_FLOWS) break;
    if (flow.from === flow.to) continue;
    if (spots.size >= MOST_SPOTS && !(spots.has(flow.from) && spots.has(flow.to))) continue;
    const count = people(flow.statements);
    links.push({
      id: flow.key,
      from: spotOf(flow.from),
      to: spotOf(flow.to),
      line: lineOf(flow.statements),
      width: 0.6 + 1.5 * Math.sqrt(count),
      count,
      label: count > 1 ? String(count) : "",
      arrow: true,
      curve: 0.18,
      opens: `flow:${flow.key}`,
      statements: flow.statements,
      hidden: false,
    });
  }
  const shown = [...spots.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const box = settleOnce(shown, links, page);
  const notes = [];
  if (links.length < all.length) notes.push(words("cut", links.length, all.length));
  const apart = new Set<Entity>();
  for (const statement of selected.value.statements)
    if (isDrawn(statement)) for (const end of [statement.subject, statement.object]) if (end.kind === "organization" && !spots.has(end)) apart.add(end);
  if (apart.size) notes.push(words("apart", apart.size));
  return { scope: "organizations", spots: shown, links: links.reverse(), ...box, notes };
}

/** Lay out once; filters only hide, and what they bring in anew starts from its seed. */
function settleOnce(spots: Spot[], links: Link[], page: Box): Box {
  if (!placed || spots.some(({ id }) => !places.has(id))) {
    placed = layOut(spots, links, page, 200);
    places.clear();
    for (const { id, x, y } of spots) places.set(id, { x, y });
  }
  for (const one of spots) Object.assign(one, places.get(one.id));
  return placed;
}
