// The careers, a lane for each person: stay under stay, between the days that the articles leave open.

import type { Data, Tenure } from "../data";
import { hue } from "../hues";
import { fit, pressable } from "../picture";
import { show, state } from "../state";
import { axis, type Axis } from "./axis";
import { careers, ground, isSure, spent } from "./events";
import { Stay } from "./marks";
import type { Drawn } from "./sheet";
import { words } from "./words";

const ROW = 20;
const GAP = 12;

/** The first so many people. */
export function drawCareers(data: Data, width: number, limit: number): Drawn {
  const all = careers.value.slice(0, limit);
  const person = Math.min(180, Math.max(120, width * 0.18));
  const organization = Math.min(190, Math.max(110, width * 0.18));
  const line = axis(all.flatMap(({ stays }) => stays.map(({ start, end }) => [...start, ...end])), person + organization, width - 36);
  let height = 4;
  const body = all.map(({ person: who, stays }) => {
    const top = height;
    height += stays.length * ROW + GAP;
    return (
      <g key={who.id} transform={`translate(0 ${top})`}>
        <path d={`M0 ${stays.length * ROW + GAP / 2}H${width}`} stroke="var(--sunken)" />
        <g class="timeline-name" {...pressable(who.label, () => show(`entity:${who.id}`))}>
          <rect x="-6" width={person} height={ROW} fill={state.value.selected === `entity:${who.id}` ? "var(--chosen)" : "transparent"} />
        </g>
        <text class="timeline-words" y="14" font-size="13" font-weight="600" fill="var(--ink)" aria-hidden="true">{fit(who.label, person - 12, 13, 600)}</text>
        {stays.map((stay, row) => <Lane key={stay.index} stay={stay} y={row * ROW} x={person} wide={organization} width={width} axis={line} data={data} />)}
      </g>
    );
  });
  return { axis: line, height, body };
}

interface LaneProps {
  stay: Tenure;
  y: number;
  x: number;
  wide: number;
  width: number;
  axis: Axis;
  data: Data;
}

function Lane({ stay, y, x, wide, width, axis, data }: LaneProps) {
  const { organization, person, start, end, statements } = stay;
  const name = `${organization.label}: ${spent(stay)}`;
  const open = () => {
    const statement = ground(stay);
    show(statement ? `statement:${statement.key}` : `entity:${person.id}`);
  };
  const chosen = statements.some(({ key }) => state.value.selected === `statement:${key}`);
  return (
    <g transform={`translate(0 ${y})`}>
      <g class="timeline-row" {...pressable(words("career", person.label, name), open)}>
        <title>{name}</title>
        <rect x={x - 6} width={width - x + 12} height={ROW} fill={chosen ? "var(--chosen)" : "transparent"} />
        <g transform="translate(0 10)"><Stay tenure={stay} axis={axis} number={hue(data, organization)} sure={statements.some(isSure)} /></g>
      </g>
      <g class="timeline-words" aria-hidden="true">
        <text x={x} y="14" font-size="12.5" fill="var(--ink)">{fit(organization.label, wide - 14, 12.5)}</text>
        {[...start, ...end].every((day) => day === null) && <text x={axis.left + 12} y="14" font-size="11.5" fill="var(--soft)">{words("noDate")}</text>}
      </g>
    </g>
  );
}
