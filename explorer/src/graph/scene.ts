// What a drawing consists of, whatever its scope: spots, links between them, and what a click on each opens.

import type { Entity, Kind, Modality, Statement } from "../data";
import type { Scope, Selection } from "../state";

/** How a link is drawn: by the strongest certainty of its statements. */
export const LINES = ["asserted", "reported", "planned", "rumoured", "disputed"] as const;
export type Line = (typeof LINES)[number];

export interface Spot {
  id: string;
  entity: Entity;
  kind: Kind;
  /** Its name, and how many came and went where that is told. */
  label: string;
  detail: string;
  /** In the units of the scene, y downwards. */
  x: number;
  y: number;
  /** The radius on the screen, in pixels, when the whole scene is seen. */
  size: number;
  hidden: boolean;
}

export interface Link {
  id: string;
  from: Spot;
  to: Spot;
  line: Line;
  /** In pixels. */
  width: number;
  /** How many people it stands for; and, from 0 to 1, how heavily it is drawn among flows. */
  count: number;
  weight: number;
  label: string;
  arrow: boolean;
  /** How far it bends, in parts of its length; the other way round for a link back. */
  curve: number;
  opens: Selection;
  statements: Statement[];
  hidden: boolean;
}

export interface Scene {
  scope: Scope;
  /** The greatest first: the first get their labels. */
  spots: Spot[];
  /** The slightest first: the greatest are drawn last. */
  links: Link[];
  /** What is seen when nothing is zoomed: from 0,0. */
  width: number;
  height: number;
  /** It was laid out here and now: there is nothing to refine. */
  settled: boolean;
  /** There is more that the reader may ask for. */
  cut: boolean;
  /** What was left out, in words. */
  notes: string[];
}

const RANKS: Record<Modality, number> = { asserted: 0, reported: 1, planned: 2, rumoured: 3, denied: 4 };

export const rank = (statement: Statement): number => (statement.status === "disputed" ? 4 : RANKS[statement.modality]);

/** The strongest certainty among some statements; what is disputed counts least. */
export function lineOf(statements: readonly Statement[]): Line {
  let best = LINES.length - 1;
  for (const statement of statements) best = Math.min(best, rank(statement));
  return LINES[best]!;
}

/** One way from one end to another: who moves goes from the origin to themselves, and from there to where they went. */
export interface Step {
  from: Entity;
  to: Entity;
  arrow: boolean;
}

const GOES = new Set(["movedTo", "founded"]);

export function steps({ subject, relation, object, origins }: Statement): Step[] {
  if (relation.id === "left") return [{ from: object, to: subject, arrow: true }];
  const out = origins.map((origin) => ({ from: origin, to: subject, arrow: true }));
  return [...out, { from: subject, to: object, arrow: GOES.has(relation.id) }];
}

/** How many different people some statements speak of. */
export const people = (statements: readonly Statement[]): number => new Set(statements.map(({ subject }) => subject)).size;

export const spot = (entity: Entity, size: number, detail = ""): Spot => ({
  id: entity.id,
  entity,
  kind: entity.kind,
  label: entity.label,
  detail,
  x: entity.x,
  y: entity.y,
  size,
  hidden: false,
});

/** The spots and links that a selection means: of an entity, what it is joined to; of a statement or flow, its links. */
export interface Focus {
  spots: Set<Spot>;
  links: Set<Link>;
}

export function focusOn(scene: Scene, selection: Selection, statements: ReadonlySet<Statement>): Focus | null {
  const links = new Set<Link>();
  const spots = new Set<Spot>();
  const name = selection.slice(selection.indexOf(":") + 1);
  const chosen = scene.spots.find(({ id, hidden }) => id === name && !hidden);
  if (chosen) spots.add(chosen);
  for (const link of scene.links) {
    if (link.hidden) continue;
    if (chosen ? link.from === chosen || link.to === chosen : link.opens === selection || link.statements.some((s) => statements.has(s))) {
      links.add(link);
      spots.add(link.from).add(link.to);
    }
  }
  return spots.size ? { spots, links } : null;
}
