// The picture of the flows: bands of people from where they were to where they went.

import { computed, signal } from "@preact/signals";
import type { Data } from "../data";
import { hue, ink } from "../hues";
import { fit, pressable, widthOf } from "../picture";
import { show, state } from "../state";
import { layout, type Node, type Ribbon } from "./layout";
import { balances, bundled, counted, net, OTHERS, UNSAID, type Balance, type Band } from "./tally";
import { amount, nameOf, people as peopled, signed, told, words } from "./words";

export const FIRST = 12;
/** How many organisations stand by themselves. */
export const apart = signal(FIRST);
/** What is drawn: of the organisations that most people touch, each by itself, and all others as one. */
export const picture = computed(() => {
  const ends = balances.value;
  const drawn = new Set(ends.slice(0, apart.value).map(({ end }) => end.id));
  const { bands, hidden } = bundled(counted.value, drawn);
  return { ...layout(bands), others: ends.length - drawn.size, hidden: hidden.size, balanceOf: new Map(ends.map((balance) => [balance.end.id, balance])) };
});

/** The band or node under the pointer or the focus: "flow:…" or "entity:…". */
const pointed = signal("");

const setApart = (count: number): void => {
  pointed.value = ""; // what was pointed at may be gone
  apart.value = count;
};
export const more = (): void => setApart(apart.value + FIRST);
export const fewer = (): void => setApart(FIRST);

const HEAD = 30;
const FOOT = 34;
const BAR = 9;

export function Sankey({ data, width, still = false }: { data: Data; width: number; still?: boolean }) {
  const { nodes, ribbons, height, others, balanceOf } = picture.value;
  const side = Math.min(210, Math.round(width * 0.33));
  const [x0, x1] = [side, width - side];
  const lit = (!still && pointed.value) || state.value.selected;
  const [kind, id] = [lit.slice(0, lit.indexOf(":")), lit.slice(lit.indexOf(":") + 1)];
  const entity = kind === "entity" ? data.entity.get(id) : undefined;
  const statement = kind === "statement" ? data.statement.get(id) : undefined;
  const spoken = statement?.relation.id === "movedTo" ? statement.origins.map(({ id }) => `${id}>${statement.object.id}`) : [];
  const isLit = ({ key, from, to, people }: Band) =>
    kind === "entity" ? from.id === id || to.id === id || (entity !== undefined && people.has(entity)) : lit === `flow:${key}` || spoken.includes(key);
  const isSaid = ({ from, to }: Band) => from !== UNSAID && to !== UNSAID;
  const anyLit = ribbons.some(({ band }) => isLit(band));
  const point = (what: string) => ({
    onPointerEnter: () => (pointed.value = what),
    onPointerLeave: () => (pointed.value = ""),
    onFocus: () => (pointed.value = what),
    onBlur: () => (pointed.value = ""),
  });
  const open = ({ key, from, to }: Band) => () => {
    if (from === OTHERS || to === OTHERS) more();
    else show(from.entity && to.entity ? `flow:${key}` : `entity:${(from.entity ?? to.entity)!.id}`);
  };
  return (
    <svg class="flows-picture" viewBox={`0 0 ${width} ${HEAD + height + FOOT}`} width={width} height={HEAD + height + FOOT} role="group" aria-label={words("title")}>
      <defs>
        {[0, 1, 2, 3, 4].map((number) => (
          <pattern key={number} id={`flows-hatch-${number}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.8" height="5" fill={ink(number)} />
          </pattern>
        ))}
      </defs>
      <g font-size="12" fill="var(--soft)" aria-hidden="true">
        <text x={x0} y="14" text-anchor="end">{words("from")}</text>
        <text x={x1} y="14">{words("to")}</text>
      </g>
      <g transform={`translate(0 ${HEAD})`}>
        {ribbons.map((ribbon) => (
          <g
            key={ribbon.band.key}
            class="flows-band"
            {...pressable(told(ribbon.band, others), open(ribbon.band))}
            {...point(`flow:${ribbon.band.key}`)}
            opacity={anyLit ? (isLit(ribbon.band) ? 0.9 : 0.14) : isSaid(ribbon.band) ? 0.62 : 0.3}
          >
            <title>{told(ribbon.band, others)}</title>
            <Shape ribbon={ribbon} x0={x0 + BAR} x1={x1 - BAR} number={isSaid(ribbon.band) ? hue(data, ribbon.band.from.entity) : 0} />
          </g>
        ))}
        {ribbons.map((ribbon) => ribbon.thick >= 12 && (!anyLit || isLit(ribbon.band)) && (
          <text key={ribbon.band.key} x={x0 + BAR + 6} y={ribbon.y0 + ribbon.thick / 2 + 4} font-size="11" fill="var(--ink)" class="flows-words" aria-hidden="true">
            {amount(ribbon.band.people.size)}
          </text>
        ))}
        {nodes.map((node) => (
          <Label key={node.side + node.end.id} node={node} x={node.side === "from" ? x0 : x1} wide={side - 10} others={others} data={data} balance={balanceOf.get(node.end.id)} point={point} />
        ))}
      </g>
      <Legend y={HEAD + height + FOOT - 8} doubt={ribbons.some(({ band }) => band.sure.size < band.people.size)} />
    </svg>
  );
}

/** A band: what is established solid, the rest hatched within dashes. */
function Shape({ ribbon: { y0, y1, thick, sure }, x0, x1, number }: { ribbon: Ribbon; x0: number; x1: number; number: number }) {
  const middle = (x0 + x1) / 2;
  const path = (from: number, to: number) =>
    `M${x0} ${y0 + from}C${middle} ${y0 + from} ${middle} ${y1 + from} ${x1} ${y1 + from}V${y1 + to}C${middle} ${y1 + to} ${middle} ${y0 + to} ${x0} ${y0 + to}Z`;
  return (
    <>
      {sure > 0 && <path d={path(0, sure)} fill={ink(number)} stroke={thick > 5 ? "var(--ground)" : undefined} />}
      {sure < thick &&
        (thick - sure < 2.5 ? (
          <path d={path(sure, thick)} fill={ink(number)} opacity="0.5" /> // too thin for a pattern
        ) : (
          <path d={path(sure, thick)} fill={`url(#flows-hatch-${number})`} stroke={ink(number)} stroke-dasharray="4 3" />
        ))}
    </>
  );
}

interface LabelProps {
  node: Node;
  x: number;
  wide: number;
  others: number;
  data: Data;
  balance: Balance | undefined;
  point(what: string): object;
}

const MOVED = { from: ["wentOne", "went"], to: ["cameOne", "came"] } as const;

function Label({ node, x, wide, others, data, balance, point }: LabelProps) {
  const { end, side, y, height, people } = node;
  const name = nameOf(end, side, others);
  const moved = end === UNSAID ? peopled(people) : words(people === 1 ? MOVED[side][0] : MOVED[side][1], amount(people));
  const full = end.entity && balance ? `${moved}, ${words("net")} ${signed(net(balance))}` : moved;
  const short = widthOf(full, 11.5) > wide ? moved : full;
  const at = side === "from" ? x - 8 : x + 8;
  const middle = y + height / 2;
  const place = <rect x={side === "from" ? 0 : x} y={middle - 18} width={wide + 10} height="36" fill="transparent" />;
  const act = end.entity ? () => show(`entity:${end.id}`) : end === OTHERS ? more : null;
  return (
    <g>
      {act && <g class="flows-node" {...pressable(`${name}: ${full}`, act)} {...point(`entity:${end.id}`)}><title>{`${name}: ${full}`}</title>{place}</g>}
      <rect x={side === "from" ? x : x - BAR} y={y} width={BAR} height={Math.max(1, height)} fill={ink(hue(data, end.entity))} />
      <g class="flows-words" text-anchor={side === "from" ? "end" : "start"} aria-hidden={act ? "true" : undefined}>
        <text x={at} y={middle - 2} font-size="13" font-weight="600" fill="var(--ink)">{fit(name, wide, 13, 600)}</text>
        <text x={at} y={middle + 13} font-size="11.5" fill="var(--soft)">{fit(short, wide, 11.5)}</text>
      </g>
    </g>
  );
}

function Legend({ y, doubt }: { y: number; doubt: boolean }) {
  return (
    <g font-size="12" fill="var(--soft)" transform={`translate(0 ${y})`}>
      <rect y="-10" width="22" height="10" fill="var(--hue-0)" opacity="0.62" />
      <text x="28" y="-1">{words("fact")}</text>
      {doubt && (
        <g transform="translate(130 0)">
          <rect y="-10" width="22" height="10" fill="url(#flows-hatch-0)" stroke="var(--hue-0)" stroke-dasharray="4 3" />
          <text x="28" y="-1">{words("doubt")}</text>
        </g>
      )}
    </g>
  );
}
