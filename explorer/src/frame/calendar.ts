// The days that the data speaks of: the span of the clocks, its months and years, and how many moves each month has.

import type { Data, Statement } from "../data";
import { isDrawn, selected } from "../filter";

export interface Calendar {
  first: number;
  last: number;
  /** The first day of each month. */
  months: number[];
  years: { year: number; start: number }[];
}

const DAY = 86_400_000;
const date = (days: number): Date => new Date(days * DAY);
const days = (year: number, month: number, of = 1): number => Date.UTC(year, month, of) / DAY;

/** Some months earlier or later; the 31st becomes the last of a shorter month. */
export function months(from: number, by: number): number {
  const at = date(from);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + by];
  return Math.min(days(year, month, at.getUTCDate()), days(year, month + 1) - 1);
}

/** The span of the clocks; nothing when the data has no days. A few days long ago do not stretch it. */
export function calendar(data: Data): Calendar | null {
  const said: number[] = [];
  const add = (span: readonly (number | null)[]) => {
    for (const day of span) if (day !== null) said.push(day);
  };
  for (const { times } of data.statements)
    for (const { start, end } of times) {
      add(start);
      add(end);
    }
  for (const { start, end } of data.tenures) {
    add(start);
    add(end);
  }
  add(data.articles.map(({ out }) => out));
  if (!said.length) return null;
  const sorted = Int32Array.from(said).sort();
  const early = date(sorted[Math.floor(sorted.length * 0.02)]!);
  const first = days(early.getUTCFullYear(), early.getUTCMonth());
  const last = Math.max(sorted[sorted.length - 1]!, first + 31);
  const starts: number[] = [];
  for (let month = first; month <= last; month = months(month, 1)) starts.push(month);
  const years = [];
  for (let year = early.getUTCFullYear(); days(year, 0) <= last; year++) if (days(year, 0) >= first) years.push({ year, start: days(year, 0) });
  return { first, last, months: starts, years };
}

/** A move of some quarter is a third in each month; one of which more than a year is unknown stands in its last month. */
const VAGUE = 366;

export function bars(data: Data, span: Calendar): { all: Float64Array; passing: Float64Array; most: number } {
  const all = perMonth(data.statements, span);
  return { all, passing: perMonth(selected.value.statements, span), most: all.reduce((a, b) => Math.max(a, b), 1) };
}

function perMonth(statements: Statement[], { months, first, last }: Calendar): Float64Array {
  const heights = new Float64Array(months.length);
  const base = date(first).getUTCFullYear() * 12 + date(first).getUTCMonth();
  const place = (at: number): number => date(at).getUTCFullYear() * 12 + date(at).getUTCMonth() - base;
  for (const statement of statements) {
    if (!statement.relation.move || !isDrawn(statement)) continue;
    const [since, to] = statement.times[0]?.start ?? [null, null];
    if (to === null || to > last) continue;
    const from = since === null || to - since > VAGUE ? to : since;
    if (from < first) continue;
    const [start, end] = [place(from), place(to)];
    for (let n = start; n <= end; n++) heights[n]! += 1 / (end - start + 1);
  }
  return heights;
}
