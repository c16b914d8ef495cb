// What pictures drawn as SVG share: the width they have, words cut to fit, parts one can press, and the document to take away.

import { render, type VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** A place on the page, and its width in pixels: 0 until it is known. */
export function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.floor(place.current?.clientWidth ?? 0));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return [place, width] as const;
}

let ruler: CanvasRenderingContext2D | null;

/** The width of words in pixels, in the font of the page. */
export function widthOf(text: string, size: number, weight = 400): number {
  ruler ??= document.createElement("canvas").getContext("2d");
  if (!ruler) return text.length * size * 0.6;
  ruler.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

/** Words that are no wider than that, cut with an ellipsis. */
export function fit(text: string, width: number, size: number, weight = 400): string {
  if (widthOf(text, size, weight) <= width) return text;
  let [kept, cut] = [0, text.length];
  while (kept + 1 < cut) {
    const middle = (kept + cut) >> 1;
    if (widthOf(`${text.slice(0, middle)}…`, size, weight) <= width) kept = middle;
    else cut = middle;
  }
  return `${text.slice(0, kept).trimEnd()}…`;
}

/** What makes a part of a picture a button, for the mouse, the keyboard and the ear. */
export const pressable = (name: string, act: () => void) => ({
  role: "button" as const,
  tabindex: 0,
  "aria-label": name,
  onClick: act,
  onKeyDown: (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  },
});

const SIDE = 20;
const TOP = 64;

/** A picture under its title as an SVG document of its own, in the colours that the page has now. */
export function documentOf(picture: VNode, title: string, lead: string): string | null {
  const place = document.createElement("div");
  render(picture, place);
  const svg = place.querySelector("svg");
  if (!svg) return null;
  const { width, height } = svg.viewBox.baseVal;
  const [wide, tall] = [width + 2 * SIDE, height + TOP + SIDE];
  render(
    <svg viewBox={`${-SIDE} ${-TOP} ${wide} ${tall}`} width={wide} height={tall} font-family={getComputedStyle(document.body).fontFamily}>
      <rect x={-SIDE} y={-TOP} width={wide} height={tall} fill="var(--ground)" />
      <text y={-TOP + 32} font-size="19" font-weight="650" fill="var(--ink)">{fit(title, width, 19, 650)}</text>
      <text y={-TOP + 51} font-size="13" fill="var(--soft)">{fit(lead, width, 13)}</text>
      {picture}
    </svg>,
    place,
  );
  const whole = place.querySelector("svg")!;
  const page = getComputedStyle(document.documentElement);
  for (const element of whole.querySelectorAll("*")) {
    for (const name of ["role", "tabindex", "class", "aria-hidden", "aria-label"]) element.removeAttribute(name);
    for (const name of ["fill", "stroke"]) {
      const variable = /^var\((--[\w-]+)\)$/.exec(element.getAttribute(name) ?? "")?.[1];
      if (variable) element.setAttribute(name, page.getPropertyValue(variable).trim());
    }
  }
  const text = new XMLSerializer().serializeToString(whole);
  render(null, place);
  // Characters that no XML document may hold.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")}\n`;
}
