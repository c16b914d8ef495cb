// Places on the screen: forces first, then as wide as the page, then nothing on top of anything else.

import { settle } from "./forces";
import type { Link, Spot } from "./scene";
import { textWidth } from "./labels";

export interface Box {
  width: number;
  height: number;
}

/** Lay out some spots in a box that grows if they need more room; returns the box. */
export function layOut(spots: Spot[], links: Link[], box: Box, rounds: number): Box {
  settle(spots, links, rounds, () => 1);
  if (box.height > box.width) for (const spot of spots) [spot.x, spot.y] = [spot.y, spot.x];
  const taken = spots.reduce((sum, spot) => sum + room(spot).width * room(spot).height, 0);
  const grow = Math.max(1, Math.sqrt((3.5 * taken) / (box.width * box.height)));
  const grown = { width: box.width * grow, height: box.height * grow };
  stretch(spots, grown);
  part(spots, grown);
  return grown;
}

/** The room that a spot and its label below take. */
function room(spot: Spot): Box {
  return {
    width: Math.max(2 * spot.size, textWidth(spot.label, spot.kind === "organization")) + 10,
    height: 2 * spot.size + (spot.label ? 16 : 0) + (spot.detail ? 14 : 0) + 6,
  };
}

/** Fill the box: wider or higher than the forces left it, but not by more than half. */
function stretch(spots: Spot[], box: Box): void {
  const [left, right] = extent(spots.map(({ x }) => x));
  const [top, bottom] = extent(spots.map(({ y }) => y));
  const margin = { x: Math.min(70, box.width / 6), y: Math.min(45, box.height / 6) };
  const across = (box.width - 2 * margin.x) / (right - left || 1);
  const down = (box.height - 2 * margin.y) / (bottom - top || 1);
  const [x, y] = [Math.min(across, 2 * down), Math.min(down, 2 * across)];
  for (const spot of spots) {
    spot.x = box.width / 2 + (spot.x - (left + right) / 2) * x;
    spot.y = box.height / 2 + (spot.y - (top + bottom) / 2) * y;
  }
}

const extent = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];

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
        const push = (Math.min(across, down) / 2 + 0.5) * (a[way] < b[way] || (a[way] === b[way] && i < j) ? -1 : 1);
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
