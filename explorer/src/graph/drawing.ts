// A scene as an SVG document of its own: for taking away, and for browsers without WebGL.

import { curve, dashes, outline, project, type Projection } from "./geometry";
import { labels, NAME, SMALL } from "./labels";
import type { Palette } from "./palette";
import type { Scene } from "./scene";

/** Text as XML takes it: without the characters that XML has no place for. */
const xml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function drawing(scene: Scene, p: Projection, colors: Palette, title: string): string {
  const parts: string[] = [];
  for (const link of scene.links) {
    const drawn = link.hidden ? null : curve(link, p);
    if (!drawn) continue;
    const color = colors.lines[link.line];
    const dash = dashes(link.line, drawn.width);
    const how = dash.length ? ` stroke-dasharray="${dash.join(" ")}"${link.line === "rumoured" ? ' stroke-linecap="round"' : ""}` : "";
    const alpha = link.weight.toFixed(2);
    parts.push(`<g opacity="${alpha}"><path d="${drawn.path}" fill="none" stroke="${color}" stroke-width="${drawn.width.toFixed(1)}"${how}/>`);
    if (link.line === "disputed")
      parts.push(`<path d="${drawn.path}" fill="none" stroke="${colors.ground}" stroke-width="${(drawn.width * 0.35).toFixed(1)}"/>`);
    if (drawn.head) parts.push(`<path d="${drawn.head}" fill="${color}"/>`);
    parts.push("</g>");
  }
  for (const spot of [...scene.spots].reverse()) {
    if (spot.hidden) continue;
    const at = project(spot, p);
    const radius = spot.size * p.sizes;
    const color = colors.kinds[spot.kind];
    parts.push(`<path d="${outline(spot, at, radius)}" fill="${color}" stroke="${colors.ground}" stroke-width="1.5"/>`);
    if (spot.kind === "organization" && radius > 4)
      parts.push(`<path d="${outline(spot, at, radius - Math.max(2.5, 0.24 * radius))}" fill="none" stroke="${colors.ground}" stroke-width="1.2"/>`);
  }
  const halo = `stroke="${colors.ground}" stroke-width="4" stroke-linejoin="round" stroke-opacity="0.85" paint-order="stroke"`;
  const write = (text: string, x: number, y: number, how: string): string =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="middle" ${halo} ${how}>${xml(text)}</text>`;
  for (const { text, detail, x, y, strong } of labels(scene.spots, scene.links, p, 0)) {
    parts.push(write(text, x, y, `fill="${colors.ink}" font-size="${strong ? NAME : SMALL}" font-weight="${strong ? 600 : 400}"`));
    if (detail) parts.push(write(detail, x, y + SMALL + 2, `fill="${colors.soft}" font-size="${SMALL}"`));
  }
  const [width, height] = [Math.round(p.width), Math.round(p.height)];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xml(colors.font)}">` +
    `<title>${xml(title)}</title><rect width="100%" height="100%" fill="${colors.ground}"/>${parts.join("")}</svg>`
  );
}
