// Days along a line: even from where most of them lie, drawn closer together before.

import type { Day } from "../data";
import { state } from "../state";
import { day, dayName } from "../text";
import { words } from "./words";

export interface Axis {
  x(day: number): number;
  left: number;
  right: number;
  ticks: { x: number; text: string }[];
  /** Where the even part begins and the year before which all is closer together; null when all is even. */
  broken: { x: number; year: number } | null;
}

const CLOSE = 76;
/** This part of the rows may stand where days are closer together. */
const EARLY = 0.06;

const year = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();
const newYear = (year: number): number => day(`${year}-01-01`);

/** The line for rows of days in the order of time, of which each may be unknown; the last known one is where a row stands. */
export function axis(rows: Day[][], left: number, right: number): Axis {
  const { trueOn } = state.value;
  let [first, last] = trueOn ? [day(trueOn), day(trueOn)] : [Infinity, -Infinity];
  const stands: number[] = [];
  for (const row of rows) {
    const known = row.filter((day) => day !== null);
    if (!known.length) continue;
    stands.push(known.at(-1)!);
    for (const day of known) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  if (first > last) [first, last] = [newYear(2025), newYear(2026)];
  stands.sort((a, b) => a - b);
  const bulk = newYear(year(stands[Math.floor(stands.length * EARLY)] ?? first));
  const closer = bulk > first && bulk - newYear(year(first)) > 0.25 * (last - bulk);
  const start = closer ? bulk : quarter(first);
  const end = quarter(quarter(last) + 100); // the first day of the next quarter
  const even = closer ? left + CLOSE : left;
  const scale = (right - even) / (end - start);
  const x = (day: number): number =>
    day >= start ? even + (Math.min(day, end) - start) * scale : left + 10 + ((day - first) / (start - first)) * (CLOSE - 20);
  return { x, left, right, ticks: ticks(start, end, scale).map(([day, text]) => ({ x: x(day), text })), broken: closer ? { x: even, year: year(start) } : null };
}

function quarter(at: number): number {
  const date = new Date(at * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3, 1) / 86_400_000;
}

/** Quarters where there is room for their names, else years, every second, fifth or tenth. */
function ticks(start: number, end: number, scale: number): [number, string][] {
  const locale = state.value.language === "fr" ? "fr-FR" : "en-GB";
  const wide = scale * 365 > 190;
  const step = [1, 2, 5, 10, 20, 50].find((years) => scale * 365 * years > 44) ?? 100;
  const found: [number, string][] = [];
  for (let at = year(start); at <= year(end); at++)
    for (let part = 0; part < (wide ? 4 : 1); part++) {
      const on = Date.UTC(at, part * 3, 1) / 86_400_000;
      if (on < start || on >= end || (!wide && at % step)) continue;
      const name = part === 0 ? String(at) : new Date(on * 86_400_000).toLocaleDateString(locale, { month: "short", timeZone: "UTC" });
      found.push([on, name]);
    }
  return found;
}

export const HEAD = 26;

/** The names of the years, and where the line is broken. */
export function AxisHead({ axis: { left, ticks, broken } }: { axis: Axis }) {
  return (
    <g font-size="11.5" fill="var(--soft)" aria-hidden="true">
      {broken && <text x={left} y="17">{words("before", broken.year)}</text>}
      {ticks.map(({ x, text }) => (
        <text key={x} x={x + 3} y="17" fill={/^\d/.test(text) ? "var(--ink)" : "var(--soft)"}>{text}</text>
      ))}
    </g>
  );
}

/** The lines of the years through the picture, and the day that the reader asks for. */
export function Grid({ axis: { x, ticks, broken }, height }: { axis: Axis; height: number }) {
  const on = state.value.trueOn;
  return (
    <g aria-hidden="true">
      {ticks.map((tick) => tick.x !== broken?.x && <path key={tick.x} d={`M${tick.x} 0V${height}`} stroke={/^\d/.test(tick.text) ? "var(--line)" : "var(--sunken)"} />)}
      {broken && <path d={`M${broken.x} 0V${height}`} stroke="var(--soft)" stroke-dasharray="1 4" stroke-linecap="round" stroke-width="1.5" />}
      {on && (
        <g>
          <title>{words("trueOn", dayName(day(on), state.value.language))}</title>
          <path class="timeline-on" d={`M${x(day(on))} 0V${height}`} stroke="var(--accent)" stroke-width="1.5" />
        </g>
      )}
    </g>
  );
}
