// What the marks of the timeline mean, each beside its word.

import type { ComponentChildren } from "preact";
import { widthOf } from "../picture";
import { Moment, Stay } from "./marks";
import { words } from "./words";

export type Part = "moves" | "careers";

const axis = { x: (day: number): number => day };
const color = { axis, number: 0, sure: true };

const MARKS: Record<Part, { mark: ComponentChildren; word: Parameters<typeof words>[0] }[]> = {
  moves: [
    { mark: <Moment event={{ first: 4, last: 33 }} {...color} />, word: "span" },
    { mark: <Moment event={{ first: null, last: 36 }} {...color} />, word: "by" },
    { mark: <Moment event={{ first: 4, last: 33 }} {...color} sure={false} />, word: "doubt" },
  ],
  careers: [
    { mark: <Stay tenure={{ start: [4, 4], end: [34, 34] }} {...color} />, word: "sure" },
    { mark: <Stay tenure={{ start: [4, 34], end: [4, 34] }} {...color} />, word: "perhaps" },
    { mark: <Stay tenure={{ start: [2, 2], end: [2, null] }} {...color} />, word: "open" },
    { mark: <Stay tenure={{ start: [4, 4], end: [34, 34] }} {...color} sure={false} />, word: "doubt" },
  ],
};

const MARK = 46;
const LINE = 20;

/** The legend in as many lines as it needs, and how tall that is. */
export function legend(part: Part, width: number): { height: number; body: ComponentChildren } {
  let [x, y] = [0, 0];
  const body = MARKS[part].map(({ mark, word }) => {
    const text = words(word);
    const wide = MARK + widthOf(text, 12) + 24;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    const at = x;
    x += wide;
    return (
      <g key={word} transform={`translate(${at} ${y})`}>
        <g transform="translate(0 10)">{mark}</g>
        <text x={MARK} y="14" font-size="12" fill="var(--soft)">{text}</text>
      </g>
    );
  });
  return { height: y + LINE + 4, body };
}
