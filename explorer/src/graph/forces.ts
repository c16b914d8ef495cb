// ForceAtlas2 on plain arrays: a fixed number of rounds at once for small scenes, in a worker for large ones.

import iterate from "graphology-layout-forceatlas2/iterate.js";
import worker from "graphology-layout-forceatlas2/webworker.js";
import type { Link, Spot } from "./scene";

const PER_SPOT = 10;
const PER_LINK = 3;

interface Matrices {
  nodes: Float32Array;
  edges: Float32Array;
}

function settings(count: number) {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(count + 1),
    barnesHutOptimize: count > 1000,
    barnesHutTheta: 0.6,
  };
}

function matrices(spots: readonly Spot[], links: readonly Link[], weight: (link: Link) => number): Matrices {
  const place = new Map(spots.map((spot, index) => [spot, index * PER_SPOT]));
  const nodes = new Float32Array(spots.length * PER_SPOT);
  const edges = new Float32Array(links.length * PER_LINK);
  spots.forEach((spot, index) => nodes.set([spot.x, spot.y, 0, 0, 0, 0, 1, 1, spot.size, 0], index * PER_SPOT));
  links.forEach((link, index) => {
    const [from, to, pull] = [place.get(link.from)!, place.get(link.to)!, weight(link)];
    nodes[from + 6]! += pull; // the mass of a spot is what it is joined by
    nodes[to + 6]! += pull;
    edges.set([from, to, pull], index * PER_LINK);
  });
  return { nodes, edges };
}

const assign = (spots: readonly Spot[], nodes: Float32Array): void =>
  spots.forEach((spot, index) => {
    spot.x = nodes[index * PER_SPOT]!;
    spot.y = nodes[index * PER_SPOT + 1]!;
  });

/** Move the spots, here and now. */
export function settle(spots: readonly Spot[], links: readonly Link[], rounds: number, weight: (link: Link) => number): void {
  if (spots.length < 2) return;
  const { nodes, edges } = matrices(spots, links, weight);
  const how = settings(spots.length);
  for (let round = 0; round < rounds; round++) iterate(how, nodes, edges);
  assign(spots, nodes);
}

/** Moves the spots in a worker, some rounds between one look and the next; `moved` paints, `done` says that it ended. */
export class Refinement {
  private readonly worker: Worker;
  private left: number;
  private next = 0;

  constructor(spots: readonly Spot[], links: readonly Link[], rounds: number, moved: () => void, done: () => void) {
    const source = URL.createObjectURL(new Blob([`(${worker.toString()}).call(self)`], { type: "text/javascript" }));
    this.worker = new Worker(source);
    URL.revokeObjectURL(source);
    this.left = rounds;
    const { nodes, edges } = matrices(spots, links, () => 1);
    const how = settings(spots.length);
    this.worker.onmessage = ({ data }: MessageEvent<{ nodes: ArrayBuffer }>) => {
      this.left--;
      const now = performance.now();
      if (this.left <= 0 || now >= this.next) {
        assign(spots, new Float32Array(data.nodes));
        moved();
        // Painting takes at most a third of the time, however large the graph.
        this.next = performance.now() + Math.max(50, 2 * (performance.now() - now));
      }
      // Small graphs would be done before the eye could follow.
      if (this.left > 0) setTimeout(() => this.worker.postMessage({ settings: how, nodes: data.nodes }, [data.nodes]), spots.length < 1000 ? 8 : 0);
      else {
        this.stop();
        done();
      }
    };
    this.worker.postMessage({ settings: how, nodes: nodes.buffer, edges: edges.buffer }, [nodes.buffer, edges.buffer]);
  }

  stop(): void {
    this.left = 0;
    this.worker.terminate();
  }
}
