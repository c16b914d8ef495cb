// Which names are written where: the most important first, none on another.

import type { Point, Projection } from "./geometry";
import { project } from "./geometry";
import type { Spot } from "./scene";

export const NAME = 13;
export const SMALL = 12;

export interface Label {
  text: string;
  /** Where its baseline begins, or has its middle. */
  x: number;
  y: number;
  middle: boolean;
  strong: boolean;
  /** A second line below, in a softer colour. */
  detail: string;
  spot: Spot;
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
    return !this.near(area).some((cell) =>
      this.cells.get(cell)?.some((other) => area.left < other.right && other.left < area.right && area.top < other.bottom && other.top < area.bottom),
    );
  }

  take(area: Area): void {
    for (const cell of this.near(area)) {
      const all = this.cells.get(cell);
      if (all) all.push(area);
      else this.cells.set(cell, [area]);
    }
  }

  private near({ left, top, right, bottom }: Area): number[] {
    const found = [];
    for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x++)
      for (let y = Math.floor(top / 80); y <= Math.floor(bottom / 80); y++) found.push(x * 10_000 + y);
    return found;
  }
}

const MOST = 160;

/** Labels for spots in their order: below, beside or above, wherever there is room; else none. */
export function labels(spots: Iterable<Spot>, p: Projection, least: number): Label[] {
  const taken = new Taken();
  const placed: Label[] = [];
  const seen: [Spot, Point, number][] = [];
  for (const spot of spots) {
    if (spot.hidden) continue;
    const at = project(spot, p);
    if (at.x < -80 || at.y < -40 || at.x > p.width + 80 || at.y > p.height + 40) continue;
    const radius = spot.size * p.sizes;
    if (radius < least) continue;
    seen.push([spot, at, radius]);
    if (radius > 4) taken.take({ left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius });
  }
  for (const [spot, at, radius] of seen) {
    if (placed.length >= MOST) break;
    if (!spot.label) continue;
    const strong = spot.kind === "organization";
    const width = Math.max(textWidth(spot.label, strong), spot.detail ? textWidth(spot.detail, false) : 0);
    const height = (strong ? NAME : SMALL) + 3 + (spot.detail ? SMALL + 2 : 0);
    const areas: [Area, boolean][] = [
      [{ left: at.x - width / 2, top: at.y + radius + 1, right: at.x + width / 2, bottom: at.y + radius + 1 + height }, true],
      [{ left: at.x + radius + 4, top: at.y - height / 2, right: at.x + radius + 4 + width, bottom: at.y + height / 2 }, false],
      [{ left: at.x - radius - 4 - width, top: at.y - height / 2, right: at.x - radius - 4, bottom: at.y + height / 2 }, false],
      [{ left: at.x - width / 2, top: at.y - radius - 2 - height, right: at.x + width / 2, bottom: at.y - radius - 2 }, true],
    ];
    const found = areas.find(([area]) => taken.free(area));
    if (!found) continue;
    const [area, middle] = found;
    taken.take({ left: area.left - 3, top: area.top, right: area.right + 3, bottom: area.bottom });
    placed.push({
      text: spot.label,
      detail: spot.detail,
      x: middle ? at.x : area.left,
      y: area.top + (strong ? NAME : SMALL) - 1,
      middle,
      strong,
      spot,
    });
  }
  return placed;
}
