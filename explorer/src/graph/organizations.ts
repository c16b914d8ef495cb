// The first scene: from which organisation people went to which; one curve for each direction, as wide as many went.

import { signal } from "@preact/signals";
import type { Entity } from "../data";
import { flows, isDrawn, selected } from "../filter";
import { layOut, type Box } from "./layout";
import { lineOf, people, spot, type Link, type Scene, type Spot } from "./scene";
import { traffic } from "./traffic";
import { words } from "./words";

/** How many flows are drawn at most, between how many organisations; the reader may ask for more. */
const FEW = { flows: 160, spots: 60 };
const MANY = { flows: 800, spots: 250 };
export const more = signal(false);

export function organizationsScene(page: Box): Scene {
  const most = more.value ? MANY : FEW;
  const spots = new Map<Entity, Spot>();
  const links: Link[] = [];
  const spotOf = (entity: Entity): Spot => {
    let found = spots.get(entity);
    if (!found) spots.set(entity, (found = spot(entity, 0)));
    return found;
  };
  const all = flows.value.filter(({ from, to }) => from !== to);
  for (const flow of all) {
    if (links.length >= most.flows) break;
    const fresh = Number(!spots.has(flow.from)) + Number(!spots.has(flow.to));
    if (spots.size + fresh > most.spots) continue;
    links.push({
      id: flow.key,
      from: spotOf(flow.from),
      to: spotOf(flow.to),
      line: lineOf(flow.statements),
      width: 1,
      count: people(flow.statements),
      weight: 1,
      label: "",
      arrow: true,
      curve: 0.18,
      opens: `flow:${flow.key}`,
      statements: flow.statements,
      hidden: false,
    });
  }
  weigh(spots, links);
  const shown = [...spots.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const box = settleFrom(shown, links, page);
  const notes = [];
  if (links.length < all.length) notes.push(words("cut", links.length, all.length));
  const apart = organizationsApart(new Set(all.flatMap(({ from, to }) => [from, to])));
  if (apart) notes.push(words(apart === 1 ? "oneApart" : "apart", apart));
  return { scope: "organizations", spots: shown, links: links.reverse(), ...box, settled: true, cut: links.length < all.length, notes };
}

/** Sizes in proportion: the most travelled is the largest, the strongest flow the widest. */
function weigh(spots: ReadonlyMap<Entity, Spot>, links: readonly Link[]): void {
  const strongest = Math.max(1, ...links.map(({ count }) => count));
  const widest = Math.min(12, 3 * Math.sqrt(strongest));
  links.forEach((link, place) => {
    const part = (link.count - 1) / (strongest - 1 || 1);
    link.width = 1.3 + (widest - 1.3) * part;
    link.weight = 0.5 + 0.4 * Math.sqrt(part);
    if (link.count > 1 && place < 60) link.label = String(link.count);
  });
  const busy = traffic();
  const crowd = (entity: Entity): number => (busy.get(entity)?.came.size ?? 0) + (busy.get(entity)?.went.size ?? 0);
  const crowds = [...spots.keys()].map(crowd);
  const greatest = Math.max(1, ...crowds);
  const largest = Math.min(26, 8 + 3 * Math.sqrt(greatest));
  for (const [entity, one] of spots) {
    const { came, went } = busy.get(entity) ?? { came: new Set(), went: new Set() };
    one.size = 5 + (largest - 5) * Math.sqrt(crowd(entity) / greatest);
    if (crowd(entity) > 2) one.detail = [came.size ? `+${came.size}` : "", went.size ? `−${went.size}` : ""].join(" ").trim();
  }
}

/** How many organisations are spoken of, but stand on neither side of a known move. */
function organizationsApart(joined: ReadonlySet<Entity>): number {
  const apart = new Set<Entity>();
  for (const statement of selected.value.statements)
    if (isDrawn(statement)) for (const end of [statement.subject, statement.object]) if (end.kind === "organization" && !joined.has(end)) apart.add(end);
  return apart.size;
}

const places = new Map<string, { x: number; y: number }>();
let settled: { key: string; box: Box } | null = null;

/** Lay out once; a filter that only takes away moves nothing, one that brings in others starts from where things are. */
function settleFrom(spots: Spot[], links: Link[], page: Box): Box {
  const key = `${page.width > page.height}${more.value}`;
  if (settled?.key !== key || spots.some(({ id }) => !places.has(id))) {
    const before = settled?.key === key && spots.some(({ id }) => places.has(id));
    if (before) for (const one of spots) Object.assign(one, places.get(one.id) ?? beside(one, links));
    settled = { key, box: layOut(spots, links, page, before ? 60 : 200) };
    for (const { id, x, y } of spots) places.set(id, { x, y });
  }
  for (const one of spots) Object.assign(one, places.get(one.id));
  return settled.box;
}

/** Near the first organisation that has a place already, on the side where the seed is. */
function beside(one: Spot, links: Link[]): { x: number; y: number } {
  const link = links.find(({ from, to }) => (from === one && places.has(to.id)) || (to === one && places.has(from.id)));
  const other = link ? places.get(link.from === one ? link.to.id : link.from.id)! : { x: 0, y: 0 };
  const far = Math.hypot(one.x, one.y) || 1;
  return { x: other.x + (60 * one.x) / far, y: other.y + (60 * one.y) / far };
}
