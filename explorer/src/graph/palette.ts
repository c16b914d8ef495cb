// The colours of the page as sigma and canvas need them, read again when the reader changes from light to dark.

import type { Kind } from "../data";
import type { Line } from "./scene";

export interface Palette {
  ground: string;
  ink: string;
  soft: string;
  line: string;
  accent: string;
  font: string;
  kinds: Record<Kind, string>;
  lines: Record<Line, string>;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(`--${name}`).trim() || "#000000";
  return {
    ground: color("ground"),
    ink: color("ink"),
    soft: color("soft"),
    line: color("line"),
    accent: color("accent"),
    font: getComputedStyle(document.body).fontFamily || "sans-serif",
    kinds: { person: color("person"), organization: color("organization"), work: color("work") },
    lines: {
      asserted: color("asserted"),
      reported: color("reported"),
      planned: color("planned"),
      rumoured: color("rumoured"),
      disputed: color("disputed"),
    },
  };
}

/** Call back when light becomes dark, by the system or by the page's own switch; returns how to stop. */
export function watch(changed: () => void): () => void {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(changed);
  media.addEventListener("change", changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    media.removeEventListener("change", changed);
    observer.disconnect();
  };
}

/** A colour (#rrggbb) that lets some of the ground through. */
export function sheer(color: string, alpha: number): string {
  const parts = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!parts) return color;
  return `rgba(${parts.slice(1).map((hex) => parseInt(hex, 16)).join(",")},${alpha})`;
}
