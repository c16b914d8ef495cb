// Files out of the page: rows as CSV, pictures as SVG and PNG. Nothing leaves but by the reader's own download.

import type { State } from "./state";
import type { Rows } from "./view";

const FORMULA = /^[=+\-@\t\r\0]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** A cell that no spreadsheet runs as a formula; a bare number stays bare (the rule of src/aigraph/escape.py). */
const harmless = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

function cell(value: string | number): string {
  const text = typeof value === "number" ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as RFC 4180 has them, after the mark by which Excel knows UTF-8. */
export const csv = ({ header, rows }: Rows): string =>
  `\ufeff${[header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;

/** The name of a file, from what the reader looks at: "aigraph-flows-2025-07-01.csv". */
export const fileName = (name: string, { trueOn, knownOn }: State, suffix: string): string =>
  `${["aigraph", name, trueOn, knownOn && `known-${knownOn}`].filter(Boolean).join("-")}.${suffix}`;

export function download(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // a browser may ask the reader first where to put it
}

const LONGEST = 8192; // pixels of a side: more, and some browsers draw nothing

/** A picture drawn at twice its size, on the ground of the page. */
export async function png(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(image.naturalWidth * scale), Math.round(image.naturalHeight * scale)];
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ground") || "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (!picture) throw new Error("the browser made no picture");
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}
