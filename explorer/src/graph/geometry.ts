// Where things are on the screen: one geometry for canvas, SVG and (in lines.ts, as a shader) WebGL.

import type { Link, Spot } from "./scene";

export interface Point {
  x: number;
  y: number;
}

/** From the units of a scene to pixels; sizes grow more slowly than distances when one zooms. */
export interface Projection {
  scale: number;
  dx: number;
  dy: number;
  sizes: number;
  width: number;
  height: number;
}

/** Arrow heads: their length beside a line without width, what each pixel of width adds; their breadth in lengths. */
export const HEAD = { least: 6, widths: 1.5, breadth: 0.8 };
/** Pixels between a spot and a line. */
export const GAP = 2;

export const project = ({ x, y }: Point, p: Projection): Point => ({ x: x * p.scale + p.dx, y: y * p.scale + p.dy });

export const headLength = (width: number): number => HEAD.least + HEAD.widths * width;

/** How wide a link is on the screen; a double line needs room. */
export function lineWidth(link: Link, p: Projection): number {
  const width = link.width * p.sizes;
  return Math.max(0.7, link.line === "disputed" ? Math.max(width, Math.min(4, 2.5 * width)) : width);
}

/** The whole of a scene in a picture of some size, with a margin. */
export function fit(scene: { width: number; height: number }, width: number, height: number): Projection {
  const scale = Math.min(width / scene.width, height / scene.height);
  return { scale, dx: (width - scene.width * scale) / 2, dy: (height - scene.height * scale) / 2, sizes: 1, width, height };
}

export interface Curve {
  /** An SVG path of the line, which ends where its arrow head begins. */
  path: string;
  /** An SVG path of the arrow head, "" without. */
  head: string;
  at(part: number): Point;
  width: number;
}

/** A link as a quadratic curve from rim to rim; null where there is no room between the spots. */
export function curve(link: Link, p: Projection): Curve | null {
  const a = project(link.from, p);
  const c = project(link.to, p);
  const length = Math.hypot(c.x - a.x, c.y - a.y);
  const width = lineWidth(link, p);
  const b = {
    x: (a.x + c.x) / 2 + (c.y - a.y) * link.curve,
    y: (a.y + c.y) / 2 - (c.x - a.x) * link.curve,
  };
  const start = link.from.size * p.sizes + GAP;
  const tip = link.to.size * p.sizes + GAP;
  const end = tip + (link.arrow ? headLength(width) : 0);
  if (length < start + end) return null;
  const reach = 2 * Math.hypot(c.x - b.x, c.y - b.y); // the speed at both ends
  const at = (t: number): Point => ({
    x: (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * b.x + t * t * c.x,
    y: (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * b.y + t * t * c.y,
  });
  const from = trim(start, reach, a, at);
  const to = 1 - trim(end, reach, c, (t) => at(1 - t));
  const [s, e] = [at(from), at(to)];
  // The control point of the part between two places of a quadratic curve.
  const m = {
    x: (1 - from) * (1 - to) * a.x + (from + to - 2 * from * to) * b.x + from * to * c.x,
    y: (1 - from) * (1 - to) * a.y + (from + to - 2 * from * to) * b.y + from * to * c.y,
  };
  const path = `M${n(s.x)} ${n(s.y)}Q${n(m.x)} ${n(m.y)} ${n(e.x)} ${n(e.y)}`;
  let head = "";
  if (link.arrow) {
    const point = at(1 - trim(tip, reach, c, (t) => at(1 - t)));
    const [ux, uy] = [point.x - e.x, point.y - e.y];
    const half = HEAD.breadth / 2 + width / 4 / headLength(width);
    head = `M${n(point.x)} ${n(point.y)}L${n(e.x - uy * half)} ${n(e.y + ux * half)}L${n(e.x + uy * half)} ${n(e.y - ux * half)}Z`;
  }
  return { path, head, at: (part) => at(from + part * (to - from)), width };
}

/** How far along a curve one is some distance away from its end. */
function trim(distance: number, reach: number, end: Point, at: (t: number) => Point): number {
  let t = Math.min(0.5, distance / reach);
  for (let round = 0; round < 3; round++) {
    const { x, y } = at(t);
    t = Math.min(0.5, (t * distance) / (Math.hypot(x - end.x, y - end.y) || 1));
  }
  return t;
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** The link nearest to a place on the screen, if the pointer can be meant to be on it. */
export function nearest(links: readonly Link[], p: Projection, { x, y }: Point): Link | null {
  let found: Link | null = null;
  let least = Infinity;
  for (const link of links) {
    if (link.hidden) continue;
    const [ax, ay] = [link.from.x * p.scale + p.dx, link.from.y * p.scale + p.dy];
    const [cx, cy] = [link.to.x * p.scale + p.dx, link.to.y * p.scale + p.dy];
    const reach = 5 + link.width * p.sizes * 0.5;
    const bend = Math.abs(link.curve) * Math.hypot(cx - ax, cy - ay) + reach;
    if (x < Math.min(ax, cx) - bend || x > Math.max(ax, cx) + bend || y < Math.min(ay, cy) - bend || y > Math.max(ay, cy) + bend) continue;
    const [bx, by] = [(ax + cx) / 2 + (cy - ay) * link.curve, (ay + cy) / 2 - (cx - ax) * link.curve];
    const pieces = link.curve ? 12 : 1;
    let [px, py] = [ax, ay];
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      const qx = (1 - t) * (1 - t) * ax + 2 * t * (1 - t) * bx + t * t * cx;
      const qy = (1 - t) * (1 - t) * ay + 2 * t * (1 - t) * by + t * t * cy;
      const along = Math.max(0, Math.min(1, ((x - px) * (qx - px) + (y - py) * (qy - py)) / ((qx - px) ** 2 + (qy - py) ** 2 || 1)));
      const off = Math.hypot(x - px - along * (qx - px), y - py - along * (qy - py)) - link.width * p.sizes * 0.5;
      if (off < 5 && off < least) [found, least] = [link, off];
      [px, py] = [qx, qy];
    }
  }
  return found;
}

/** A spot's outline as an SVG path: organisations and people are discs, works are diamonds. */
export function outline(spot: Pick<Spot, "kind">, { x, y }: Point, radius: number): string {
  const r = radius;
  if (spot.kind === "work") return `M${n(x)} ${n(y - r * 1.25)}L${n(x + r * 1.25)} ${n(y)}L${n(x)} ${n(y + r * 1.25)}L${n(x - r * 1.25)} ${n(y)}Z`;
  return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
}

/** The dashes of a line in pixels; dots need round ends; what is disputed is drawn double. */
export function dashes(line: Link["line"], width: number): number[] {
  const w = Math.max(1.5, Math.min(width, 4));
  const dot = Math.max(1.5, width);
  switch (line) {
    case "reported":
      return [6 * w, 3 * w];
    case "planned":
      return [5 * w, 2 * w, w, 2 * w];
    case "rumoured":
      return [0.01, 2.4 * dot];
    default:
      return [];
  }
}
