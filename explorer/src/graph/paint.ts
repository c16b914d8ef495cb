// What is drawn on canvas above sigma: the links and spots in focus, then all names and numbers.

import { curve, dashes, outline, project, type Projection } from "./geometry";
import { font, labels, NAME, SMALL, type Label } from "./labels";
import { sheer, type Palette } from "./palette";
import type { Focus, Link, Scene, Spot } from "./scene";

export function paint(context: CanvasRenderingContext2D, scene: Scene, p: Projection, colors: Palette, focus: Focus | null): void {
  context.save();
  context.clearRect(0, 0, p.width, p.height);
  if (focus && focus.links.size > CROWD) crowd(context, focus, p, colors);
  else if (focus) {
    for (const link of focus.links) stroke(context, link, p, colors);
    for (const spot of [...focus.spots].sort((a, b) => a.size - b.size)) fill(context, spot, p, colors);
  }
  const spots = focus ? new Set([...focus.spots, ...scene.spots]) : scene.spots; // in this order, each once
  const least = scene.spots.length > 400 ? 3.5 : 0;
  const lit = (of: Spot | Link): boolean => focus === null || focus.spots.has(of as Spot) || focus.links.has(of as Link);
  for (const label of labels(spots, scene.links, p, least, focus?.links)) write(context, label, colors, lit(label.of));
  context.restore();
}

/** Beyond so many links, those in focus are hair lines, and small spots are squares: a path for each would take seconds. */
const CROWD = 300;

function crowd(context: CanvasRenderingContext2D, { spots, links }: Focus, p: Projection, colors: Palette): void {
  context.lineWidth = 0.7;
  for (const link of links) {
    if (link.hidden) continue;
    const [from, to] = [project(link.from, p), project(link.to, p)];
    context.strokeStyle = colors.lines[link.line];
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
  for (const spot of spots) {
    if (spot.hidden || spot.kind === "organization") continue;
    const { x, y } = project(spot, p);
    const half = Math.max(1, spot.size * p.sizes * 0.8);
    context.fillStyle = colors.kinds[spot.kind];
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
  }
  for (const spot of spots) if (spot.kind === "organization") fill(context, spot, p, colors);
}

function stroke(context: CanvasRenderingContext2D, link: Link, p: Projection, colors: Palette): void {
  const drawn = curve(link, p);
  if (!drawn || link.hidden) return;
  const color = colors.lines[link.line];
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = drawn.width;
  context.lineCap = link.line === "rumoured" ? "round" : "butt";
  context.setLineDash(dashes(link.line, drawn.width));
  const path = new Path2D(drawn.path);
  context.stroke(path);
  context.setLineDash([]);
  if (link.line === "disputed") {
    context.strokeStyle = colors.ground;
    context.lineWidth = drawn.width * 0.35;
    context.stroke(path);
  }
  if (drawn.head) context.fill(new Path2D(drawn.head));
}

function fill(context: CanvasRenderingContext2D, spot: Spot, p: Projection, colors: Palette): void {
  if (spot.hidden) return;
  const at = project(spot, p);
  const radius = spot.size * p.sizes;
  const path = new Path2D(outline(spot, at, radius));
  context.lineWidth = 2;
  context.strokeStyle = colors.ground;
  context.stroke(path);
  context.fillStyle = colors.kinds[spot.kind];
  context.fill(path);
  if (spot.kind !== "organization" || radius <= 4) return;
  context.lineWidth = 1.2;
  context.stroke(new Path2D(outline(spot, at, radius - Math.max(2.5, 0.24 * radius))));
}

function write(context: CanvasRenderingContext2D, label: Label, colors: Palette, lit: boolean): void {
  const size = label.strong ? NAME : SMALL;
  halo(context, label.text, label.x, label.y, colors.ground, font(label.strong ? 600 : 400, size, colors.font), lit ? colors.ink : sheer(colors.soft, 0.45));
  if (label.detail && lit) halo(context, label.detail, label.x, label.y + SMALL + 2, colors.ground, font(400, SMALL, colors.font), colors.soft);
}

/** Text with some ground around it, to be read above lines. */
function halo(context: CanvasRenderingContext2D, text: string, x: number, y: number, ground: string, font: string, color: string): void {
  context.textAlign = "center";
  context.font = font;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = sheer(ground, 0.85);
  context.strokeText(text, x, y);
  context.fillStyle = color;
  context.fillText(text, x, y);
}
