// Which names are written where: the most important first, none on another.

import type { Point, Projection } from "./geometry";
import { curve, project } from "./geometry";
import type { Link, Spot } from "./scene";

export const NAME = 13;
export const SMALL = 12;

export interface Label {
  text: string;
  /** The middle of its baseline. */
  x: number;
  y: number;
  strong: boolean;
  /** A second line below, in a softer colour. */
  detail: string;
  of: Spot | Link;
}

interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

let pen: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** The width of a label in pixels. */
export function textWidth(text: string, strong: boolean): number {
  const key = `${strong ? 1 : 0}${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    if (pen) pen.font = font(strong ? 600 : 400, strong ? NAME : SMALL, getComputedStyle(document.body).fontFamily || "sans-serif");
    width = pen ? pen.measureText(text).width : text.length * 7;
    if (widths.size > 20_000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

export const font = (weight: number, size: number, family: string): string => `${weight} ${size}px ${family}`;

/** Areas that are taken, by squares of the screen. */
class Taken {
  private readonly cells = new Map<number, Area[]>();

  free(area: Area): boolean {
    return !cellsOf(area).some((cell) =>
      this.cells.get(cell)?.some((other) => area.left < other.right && other.left < area.right && area.top < other.bottom && other.top < area.bottom),
    );
  }

  take(area: Area): void {
    for (const cell of cellsOf(area)) {
      const all = this.cells.get(cell);
      if (all) all.push(area);
      else this.cells.set(cell, [area]);
    }
  }
}

/** The squares of the screen that an area touches. */
function cellsOf({ left, top, right, bottom }: Area): number[] {
  const found = [];
  for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x++)
    for (let y = Math.floor(top / 80); y <= Math.floor(bottom / 80); y++) found.push(x * 10_000 + y);
  return found;
}

const MOST = 160;
const FIRST = 30;

/** How much of lines lies in an area: names are better where there is nothing. */
class Lines {
  private readonly cells = new Map<number, (Point & { width: number })[]>();

  constructor(links: readonly Link[], p: Projection) {
    if (links.length > 600) return;
    for (const link of links) {
      const drawn = link.hidden ? null : curve(link, p);
      if (!drawn) continue;
      for (let step = 0; step <= 24; step++) {
        const point = { ...drawn.at(step / 24), width: drawn.width };
        const cell = Math.floor(point.x / 80) * 10_000 + Math.floor(point.y / 80);
        const all = this.cells.get(cell);
        if (all) all.push(point);
        else this.cells.set(cell, [point]);
      }
    }
  }

  in(area: Area): number {
    let sum = 0;
    for (const cell of cellsOf(area))
      for (const { x, y, width } of this.cells.get(cell) ?? []) if (x > area.left && x < area.right && y > area.top && y < area.bottom) sum += width;
    return sum;
  }
}

/** Labels for spots, in their order, then for links: wherever there is room, else none. */
export function labels(spots: Iterable<Spot>, links: readonly Link[], p: Projection, smallest: number, focus?: ReadonlySet<Link>): Label[] {
  const discs = new Taken();
  const names = new Taken();
  const placed: Label[] = [];
  const seen: [Spot, Point, number][] = [];
  for (const spot of spots) {
    const radius = spot.size * p.sizes;
    if (spot.hidden || radius < smallest) continue;
    const at = project(spot, p);
    if (at.x < -80 || at.y < -40 || at.x > p.width + 80 || at.y > p.height + 40) continue;
    seen.push([spot, at, radius]);
    if (radius > 4) discs.take(around(at, 2 * radius, 2 * radius));
  }
  const lines = new Lines(links, p);
  for (const [spot, at, radius] of seen) {
    if (placed.length >= MOST) break;
    if (!spot.label) continue;
    const strong = spot.kind === "organization";
    const width = Math.max(textWidth(spot.label, strong), spot.detail ? textWidth(spot.detail, false) : 0);
    const height = (strong ? NAME : SMALL) + 3 + (spot.detail ? SMALL + 2 : 0);
    const [aside, above] = [radius + 4 + width / 2, radius + 2 + height / 2];
    const inside = at.x > 0 && at.x < p.width;
    let area: Area | undefined;
    let least = Infinity;
    const [nearer, lower] = [0.7 * radius + 3 + width / 2, 0.7 * radius + 2 + height / 2];
    for (const [x, y] of [
      [0, above],
      [0, -above],
      [aside, 0],
      [-aside, 0],
      [nearer, lower],
      [-nearer, lower],
      [nearer, -lower],
      [-nearer, -lower],
    ] as const) {
      const there = around({ x: at.x + x, y: at.y + y }, width, height);
      if (!names.free(there) || (inside && (there.left < 0 || there.right > p.width || there.top < 0 || (there.bottom > p.height && at.y < p.height)))) continue;
      const over = !discs.free(there);
      if (over && (placed.length >= FIRST || seen.length < 200)) continue; // in a crowd, the most important names lie on lesser spots
      const crossed = lines.in(there) + (over ? 1000 : 0);
      if (crossed < least) [area, least] = [there, crossed];
    }
    if (!area) continue;
    names.take({ ...area, left: area.left - 3, right: area.right + 3 });
    placed.push({ text: spot.label, detail: spot.detail, x: (area.left + area.right) / 2, y: area.top + (strong ? NAME : SMALL) - 1, strong, of: spot });
  }
  for (let n = links.length - 1; n >= 0 && placed.length < 2 * MOST; n--) {
    const link = links[n]!;
    const drawn = link.hidden || !link.label || focus?.has(link) === false ? null : curve(link, p);
    if (!drawn) continue;
    const area = [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => around(drawn.at(part), textWidth(link.label, false) + 2, SMALL)).find((area) => names.free(area) && discs.free(area));
    if (!area) continue;
    names.take(area);
    placed.push({ text: link.label, detail: "", x: (area.left + area.right) / 2, y: area.bottom - 2, strong: false, of: link });
  }
  return placed;
}

const around = ({ x, y }: Point, width: number, height: number): Area => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});
