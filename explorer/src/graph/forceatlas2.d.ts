// The parts of graphology-layout-forceatlas2 that it ships without types: one round, and the source of its worker.

declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/webworker.js" {
  export default function worker(): void;
}
