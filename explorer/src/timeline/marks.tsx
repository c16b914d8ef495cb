// How a day that is not quite known is drawn, and a stay between such days.

import type { Tenure } from "../data";
import { ink } from "../hues";
import type { Axis } from "./axis";
import type { Event } from "./events";

const REACH = 30;
const LEAST = 8;

/** What lies beyond what is known: dots, and an arrowhead. */
function Beyond({ x, to, color }: { x: number; to: -1 | 1; color: string }) {
  const end = x + to * REACH;
  return (
    <g fill="none" stroke={color} stroke-width="1.5" stroke-linecap="round">
      <path d={`M${x} 0H${end}`} stroke-dasharray="1 4" />
      <path d={`M${end + to * -3.5} -3.5L${end} 0L${end + to * -3.5} 3.5`} />
    </g>
  );
}

/** The dashes and the empty inside of what is not established; the full inside of what is. */
const style = (sure: boolean, color: string) =>
  sure ? { fill: color } : { fill: "var(--ground)", stroke: color, "stroke-width": 1.5, "stroke-dasharray": "3 2" };

/** A bar over the days on which something can have happened; a point where they are few; a stop with an arrow where one end is open. */
export function Moment({ event: { first, last }, axis, number, sure }: { event: Pick<Event, "first" | "last">; axis: Pick<Axis, "x">; number: number; sure: boolean }) {
  const color = ink(number);
  if (first !== null && last !== null) {
    const [from, to] = [axis.x(first), axis.x(last + 1)];
    if (to - from < LEAST) return <circle cx={(from + to) / 2} r="4.5" {...style(sure, color)} />;
    return <rect x={from} y="-4.5" width={to - from} height="9" rx="4.5" {...style(sure, color)} />;
  }
  const x = axis.x((last ?? first)!);
  return (
    <>
      <Beyond x={x} to={last === null ? 1 : -1} color={color} />
      <rect x={last === null ? x : x - 4} y="-5.5" width="4" height="11" {...style(sure, color)} />
    </>
  );
}

/** Solid from the latest start to the earliest end; pale between the bounds; arrows where there is no bound. */
export function Stay({ tenure: { start, end }, axis, number, sure }: { tenure: Pick<Tenure, "start" | "end">; axis: Pick<Axis, "x">; number: number; sure: boolean }) {
  const days = [...start, ...end].filter((day) => day !== null);
  if (!days.length) return null;
  const color = ink(number);
  const [from, to] = [axis.x(Math.min(...days)), axis.x(Math.max(...days))];
  const [began, ended] = [start[1], end[0]];
  return (
    <>
      {start[0] === null && <Beyond x={from - 1} to={-1} color={color} />}
      {end[1] === null && <Beyond x={to + 4} to={1} color={color} />}
      {to > from && <rect x={from} y="-5" width={to - from} height="10" fill={color} opacity="0.35" />}
      {began !== null && ended !== null && began <= ended ? (
        <rect x={axis.x(began)} y="-5" width={Math.max(4, axis.x(ended) - axis.x(began))} height="10" {...style(sure, color)} />
      ) : (
        to === from && <rect x={from} y="-5" width="4" height="10" {...style(sure, color)} />
      )}
    </>
  );
}
