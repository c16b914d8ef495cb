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

/** A picture as an SVG document of its own, in the colours that the page has now. */
export function documentOf(picture: VNode): string | null {
  const place = document.createElement("div");
  render(picture, place);
  const svg = place.querySelector("svg");
  if (!svg) return null;
  const page = getComputedStyle(document.documentElement);
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const name of ["role", "tabindex", "class", "aria-hidden", "aria-label"]) element.removeAttribute(name);
    for (const name of ["fill", "stroke"]) {
      const variable = /^var\((--[\w-]+)\)$/.exec(element.getAttribute(name) ?? "")?.[1];
      if (variable) element.setAttribute(name, page.getPropertyValue(variable).trim());
    }
  }
  svg.setAttribute("font-family", getComputedStyle(document.body).fontFamily);
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of [["width", "100%"], ["height", "100%"], ["fill", page.getPropertyValue("--ground").trim()]] as const)
    ground.setAttribute(name, value);
  svg.prepend(ground);
  const text = new XMLSerializer().serializeToString(svg);
  render(null, place);
  // Characters that no XML document may hold.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")}\n`;
}
