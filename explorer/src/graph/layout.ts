// Places on the screen: forces first, then as wide as the page, then nothing on top of anything else.

import { settle } from "./forces";
import { textWidth } from "./labels";
import type { Link, Spot } from "./scene";

export interface Box {
  width: number;
  height: number;
}

/** Lay out some spots in a box, or in a larger one if they need more room: what hangs together together, the rest below. */
export function layOut(spots: Spot[], links: Link[], page: Box, rounds: number): Box {
  const [main, ...others] = components(spots, links);
  if (!main) return page;
  const blocks = others.map((part) => ({ part, box: block(part, rounds, { width: 0, height: 0 }) }));
  const below = shelves(blocks, page.width);
  const box = block(main, rounds, { width: page.width, height: Math.max(page.height - below.height, page.height * 0.6) });
  const width = Math.max(page.width, box.width, below.width);
  const height = Math.max(page.height - below.height, box.height);
  for (const { part, box: own } of blocks) for (const spot of part.spots) (spot.x += own.left + (width - page.width) / 2), (spot.y += own.top + height);
  for (const spot of main.spots) (spot.x += (width - box.width) / 2), (spot.y += (height - box.height) / 2);
  return { width, height: height + below.height };
}

interface Part {
  spots: Spot[];
  links: Link[];
}

/** What hangs together, the largest first. */
function components(spots: Spot[], links: Link[]): Part[] {
  const head = new Map(spots.map((spot) => [spot, spot]));
  const find = (spot: Spot): Spot => {
    let at = spot;
    while (head.get(at) !== at) head.set(at, (at = head.get(head.get(at)!)!));
    return at;
  };
  for (const { from, to } of links) head.set(find(from), find(to));
  const parts = new Map<Spot, Part>();
  const partOf = (spot: Spot): Part => {
    const first = find(spot);
    let part = parts.get(first);
    if (!part) parts.set(first, (part = { spots: [], links: [] }));
    return part;
  };
  for (const spot of spots) partOf(spot).spots.push(spot);
  for (const link of links) partOf(link.from).links.push(link);
  return [...parts.values()].sort((a, b) => b.spots.length - a.spots.length);
}

/** Lay out what hangs together, in at least some room; returns the room that it took. */
function block({ spots, links }: Part, rounds: number, least: Box): Box & { left: number; top: number } {
  const taken = spots.reduce((sum, spot) => sum + room(spot).width * room(spot).height, 0);
  const high = Math.sqrt((spots.length < 4 ? 2 : 3.5) * taken * 0.6);
  const wanted = { width: high / 0.6, height: high };
  if (spots.length === 2) {
    // A pair lies flat, to be read from left to right.
    const [from, to] = links[0] ? [links[0].from, links[0].to] : (spots as [Spot, Spot]);
    wanted.width = room(from).width + room(to).width + 60;
    wanted.height = Math.max(room(from).height, room(to).height);
    [from.x, from.y, to.x, to.y] = [0, 0, 1, 0];
  } else settle(spots, links, rounds, () => 1);
  // A few spots need not fill the whole page.
  const roomy = { width: Math.min(least.width, 340 * Math.sqrt(spots.length)), height: Math.min(least.height, 220 * Math.sqrt(spots.length)) };
  const grow = Math.max(1, Math.sqrt((wanted.width * wanted.height) / (roomy.width * roomy.height || 1)));
  const box = least.width ? { width: roomy.width * grow, height: roomy.height * grow } : wanted;
  stretch(spots, box);
  part(spots, box);
  return { ...box, left: 0, top: 0 };
}

/** Set blocks in rows, each row in the middle of the width; returns the room of all rows. */
function shelves(blocks: { box: Box & { left: number; top: number } }[], width: number): Box {
  let top = 0;
  let widest = 0;
  for (let start = 0; start < blocks.length; ) {
    let end = start;
    let used = 0;
    let high = 0;
    while (end < blocks.length && (end === start || used + blocks[end]!.box.width < width)) {
      const { box } = blocks[end++]!;
      used += box.width + 30;
      high = Math.max(high, box.height);
    }
    let left = (width - used + 30) / 2;
    for (const { box } of blocks.slice(start, end)) {
      box.left = left;
      box.top = top + (high - box.height) / 2;
      left += box.width + 30;
    }
    widest = Math.max(widest, used);
    top += high + 12;
    start = end;
  }
  return { width: widest, height: top };
}

/** The room that a spot and its label below take. */
function room(spot: Spot): Box {
  return {
    width: Math.max(2 * spot.size, textWidth(spot.label, spot.kind === "organization")) + 10,
    height: 2 * spot.size + (spot.label ? 16 : 0) + (spot.detail ? 14 : 0) + 6,
  };
}

/** Fill a box with spots, wider or higher than the forces left them but not by more than double. */
export function stretch(spots: Spot[], box: Box): void {
  let { left, right, top, bottom } = extent(spots);
  if (right - left > bottom - top !== box.width > box.height) {
    for (const spot of spots) [spot.x, spot.y] = [spot.y, spot.x];
    [left, right, top, bottom] = [top, bottom, left, right];
  }
  const margin = { x: Math.min(60, box.width / 5), y: Math.min(40, box.height / 5) };
  const across = (box.width - 2 * margin.x) / (right - left || 1);
  const down = (box.height - 2 * margin.y) / (bottom - top || 1);
  const [x, y] = [Math.min(across, 2 * down), Math.min(down, 2 * across)];
  for (const spot of spots) {
    spot.x = box.width / 2 + (spot.x - (left + right) / 2) * x;
    spot.y = box.height / 2 + (spot.y - (top + bottom) / 2) * y;
  }
}

function extent(spots: Spot[]) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of spots) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, right, top, bottom };
}

/** Push apart what overlaps, label and all, within the box. */
function part(spots: Spot[], box: Box): void {
  const rooms = spots.map(room);
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (let i = 0; i < spots.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [spots[i]!, spots[j]!];
        const across = (rooms[i]!.width + rooms[j]!.width) / 2 - Math.abs(a.x - b.x);
        const down = (rooms[i]!.height + rooms[j]!.height) / 2 - Math.abs(a.y - b.y);
        if (across <= 0 || down <= 0) continue;
        moved = true;
        const way = across < down ? "x" : "y";
        const push = (Math.min(across, down) / 2 + 0.5) * (a[way] < b[way] ? -1 : 1);
        a[way] += push;
        b[way] -= push;
      }
    }
    spots.forEach((spot, index) => {
      const { width, height } = rooms[index]!;
      spot.x = Math.min(Math.max(spot.x, width / 2), box.width - width / 2);
      spot.y = Math.min(Math.max(spot.y, spot.size + 8), box.height - (height - spot.size));
    });
    if (!moved) return;
  }
}
