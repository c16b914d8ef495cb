// Where the nodes and bands of the flows stand: origins on the left, destinations on the right, the greatest on top.

import { balance, OTHERS, UNSAID, type Band, type End } from "./tally";

export interface Node {
  end: End;
  side: "from" | "to";
  y: number;
  height: number;
  people: number;
}

export interface Ribbon {
  band: Band;
  from: Node;
  to: Node;
  /** Its upper edge at either end; how thick it is, and how much of that is established. */
  y0: number;
  y1: number;
  thick: number;
  sure: number;
}

export interface Layout {
  nodes: Node[];
  ribbons: Ribbon[];
  height: number;
}

/** Two lines of label need this much from the middle of a node to the middle of the next. */
const PITCH = 38;
const GAP = 10;
const TALL = 430;

/** Every organisation stands twice, as an origin and as a destination: what goes round in circles needs no special care. */
export function layout(bands: Band[]): Layout {
  const total = bands.reduce((sum, { people }) => sum + people.size, 0);
  const scale = Math.min(16, TALL / Math.max(1, total));
  const thick = (people: number) => Math.max(0.75, people * scale);
  const sizes = balance(bands);
  const column = (side: "from" | "to", opposite: Node[] = []): Node[] => {
    const facing = new Map(opposite.map(({ end }, rank) => [end.id, rank]));
    const heights = new Map<string, { end: End; height: number; facing: number }>();
    for (const band of bands) {
      const entry = heights.get(band[side].id) ?? { end: band[side], height: 0, facing: Infinity };
      entry.height += thick(band.people.size);
      entry.facing = Math.min(entry.facing, facing.get(band[side === "from" ? "to" : "from"].id) ?? Infinity);
      heights.set(band[side].id, entry);
    }
    const last = ({ end }: { end: End }) => (end === UNSAID ? 2 : end === OTHERS ? 1 : 0);
    const people = new Map(sizes.map((size) => [size.end.id, (side === "from" ? size.left : size.arrived).size]));
    const nodes = [...heights.values()]
      .sort((a, b) => last(a) - last(b) || Math.round(b.height - a.height) || Math.sign(a.facing - b.facing) || (a.end.id < b.end.id ? -1 : 1))
      .map(({ end, height }) => ({ end, side, y: 0, height, people: people.get(end.id) ?? Math.round(height / scale) }));
    let [y, before] = [0, 0];
    nodes.forEach((node, place) => {
      y += place ? Math.max(GAP, PITCH - (before + node.height) / 2) : Math.max(0, (PITCH - node.height) / 2);
      node.y = y;
      y += before = node.height;
    });
    return nodes;
  };
  const left = column("from", column("to")); // of equals, those stand higher whose people go to a higher place
  const right = column("to", left);
  const place = new Map([...left, ...right].map((node) => [node.side + node.end.id, node]));
  const rank = new Map([...left, ...right].map((node, at) => [node, at]));
  const ribbons = bands.map((band) => ({
    band,
    from: place.get(`from${band.from.id}`)!,
    to: place.get(`to${band.to.id}`)!,
    y0: 0,
    y1: 0,
    thick: thick(band.people.size),
    sure: (thick(band.people.size) * band.sure.size) / band.people.size,
  }));
  // At each node the bands leave and come in the order of where they go and come from, so that few cross.
  const used = new Map<Node, number>();
  const stack = (node: Node, thick: number): number => {
    const at = used.get(node) ?? node.y;
    used.set(node, at + thick);
    return at;
  };
  ribbons.sort((a, b) => rank.get(a.to)! - rank.get(b.to)! || rank.get(a.from)! - rank.get(b.from)!);
  for (const ribbon of ribbons) ribbon.y1 = stack(ribbon.to, ribbon.thick);
  ribbons.sort((a, b) => rank.get(a.from)! - rank.get(b.from)! || rank.get(a.to)! - rank.get(b.to)!);
  for (const ribbon of ribbons) ribbon.y0 = stack(ribbon.from, ribbon.thick);
  const ends = [...left, ...right].map((node) => Math.max(node.y + node.height, node.y + node.height / 2 + PITCH / 2));
  return { nodes: [...left, ...right], ribbons, height: Math.ceil(Math.max(0, ...ends)) };
}
