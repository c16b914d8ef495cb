// A picture of the timeline: what its marks mean, the years, and the rows; on the page the years stay in sight.

import type { ComponentChildren } from "preact";
import { AxisHead, Grid, HEAD, type Axis } from "./axis";
import { legend, type Part } from "./legend";

export interface Drawn {
  axis: Axis;
  height: number;
  body: ComponentChildren;
}

interface Props {
  part: Part;
  name: string;
  width: number;
  drawn: Drawn;
}

export function Sheet({ part, name, width, drawn: { axis, height, body } }: Props) {
  const { height: tall, body: marks } = legend(part, width);
  const size = (height: number) => ({ viewBox: `0 0 ${width} ${height}`, width, height });
  return (
    <div class="timeline-sheet">
      <svg {...size(tall)} role="group" aria-label={name}>{marks}</svg>
      <svg {...size(HEAD)} class="timeline-head" aria-hidden="true"><AxisHead axis={axis} /></svg>
      <svg {...size(height)} class="timeline-picture" role="group" aria-label={name}>
        <Grid axis={axis} height={height} />
        {body}
      </svg>
    </div>
  );
}

/** The same as one picture. */
export function Whole({ part, width, drawn: { axis, height, body } }: Omit<Props, "name">) {
  const { height: tall, body: marks } = legend(part, width);
  const all = tall + HEAD + height;
  return (
    <svg viewBox={`0 0 ${width} ${all}`} width={width} height={all}>
      {marks}
      <g transform={`translate(0 ${tall})`}><AxisHead axis={axis} /></g>
      <g transform={`translate(0 ${tall + HEAD})`}>
        <Grid axis={axis} height={height} />
        {body}
      </g>
    </svg>
  );
}
