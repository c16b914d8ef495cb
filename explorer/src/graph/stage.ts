// Sigma with its camera, its listeners and what is painted above it; loaded only when a graph is shown.

import Graph from "graphology";
import Sigma from "sigma";
import { curve, project, type Point, type Projection } from "./geometry";
import { lines, type LineData } from "./lines";
import { paint } from "./paint";
import { palette, sheer, watch, type Palette } from "./palette";
import type { Focus, Link, Scene, Spot } from "./scene";
import { Shapes, type ShapeData } from "./shapes";

const MANY = 20_000;

export interface Listeners {
  open(spot: Spot | null, link: Link | null): void;
  travel(spot: Spot): void;
  hover(spot: Spot | null, link: Link | null, at: Point): void;
  painted(scope: string): void;
}

export class Stage {
  private sigma: Sigma | null = null;
  private scene: Scene | null = null;
  private focus: Focus | null = null;
  private hovered: Focus | null = null;
  private colors: Palette = palette();
  private spots = new Map<string, Spot>();
  private links = new Map<string, Link>();
  private readonly stop: (() => void)[] = [];

  constructor(
    private readonly container: HTMLElement,
    private readonly on: Listeners,
  ) {
    this.stop.push(
      watch(() => {
        this.colors = palette();
        this.refresh();
      }),
    );
    let width = container.offsetWidth;
    const resized = new ResizeObserver(() => {
      if (container.offsetWidth && container.offsetWidth !== width) this.sigma?.scheduleRefresh();
      width = container.offsetWidth;
    });
    resized.observe(container);
    this.stop.push(() => resized.disconnect());
  }

  /** Show another scene; the camera stays where it is if it is the same scene, differently filtered. */
  show(scene: Scene, same: boolean): void {
    this.scene = scene;
    this.spots = new Map(scene.spots.map((spot) => [spot.id, spot]));
    this.links = new Map(scene.links.map((link) => [link.id, link]));
    this.hovered = null;
    const graph = new Graph({ multi: true, type: "directed" });
    // The greatest are drawn last, on top of others.
    for (const spot of [...scene.spots].reverse()) graph.addNode(spot.id, { x: spot.x, y: -spot.y, size: spot.size, spot });
    const straight = scene.links.length > 3000;
    for (const link of scene.links)
      graph.addDirectedEdgeWithKey(link.id, link.from.id, link.to.id, { type: straight ? "straight" : "curved", size: link.width, link });
    const camera = same ? this.sigma?.getCamera().getState() : null;
    this.sigma?.kill();
    this.sigma = this.open(graph, scene);
    if (camera) this.sigma.getCamera().setState(camera);
  }

  private open(graph: Graph, scene: Scene): Sigma {
    const many = scene.links.length > MANY;
    const sigma = new Sigma(graph, this.container, {
      renderLabels: false, // names are placed and written by paint.ts
      renderEdgeLabels: false,
      enableEdgeEvents: !many,
      hideEdgesOnMove: many,
      enableCameraRotation: false,
      allowInvalidContainer: true, // the view can be left between two frames
      stagePadding: 0,
      minEdgeThickness: 1,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: false,
      nodeProgramClasses: { shape: Shapes },
      edgeProgramClasses: { curved: lines(14), straight: lines(1) },
      defaultNodeType: "shape",
      defaultEdgeType: "curved",
      defaultDrawNodeHover: () => {},
      nodeReducer: (_, data) => {
        const { spot } = data as unknown as { spot: Spot };
        const shape = data as unknown as ShapeData;
        shape.kind = spot.kind;
        shape.color = this.colors.kinds[spot.kind];
        shape.ground = this.colors.ground;
        shape.hidden = spot.hidden;
        return shape;
      },
      edgeReducer: (_, data) => {
        const { link } = data as unknown as { link: Link };
        const line = data as unknown as LineData;
        line.line = link.line;
        line.curve = link.curve;
        line.arrow = link.arrow;
        line.color = sheer(this.colors.lines[link.line], opacity(scene, link));
        line.hidden = link.hidden;
        return line;
      },
    });
    sigma.setCustomBBox({ x: [0, scene.width], y: [-scene.height, 0] });
    sigma.refresh();
    let first = true;
    sigma.on("afterRender", () => {
      this.paint();
      if (first) this.on.painted(scene.scope);
      first = false;
    });
    sigma.on("clickNode", ({ node }) => this.on.open(this.spots.get(node)!, null));
    sigma.on("clickEdge", ({ edge }) => this.on.open(null, this.links.get(edge)!));
    sigma.on("clickStage", () => this.on.open(null, null));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.on.travel(this.spots.get(node)!);
    });
    sigma.on("enterNode", ({ node, event }) => this.hover(this.spots.get(node)!, null, event));
    sigma.on("leaveNode", ({ event }) => this.hover(null, null, event));
    sigma.on("enterEdge", ({ edge, event }) => this.hover(null, this.links.get(edge)!, event));
    sigma.on("leaveEdge", ({ event }) => this.hover(null, null, event));
    sigma.scheduleRender();
    return sigma;
  }

  private hover(spot: Spot | null, link: Link | null, at: Point): void {
    this.container.style.cursor = spot || link ? "pointer" : "";
    this.hovered = null;
    if (link) this.hovered = { spots: new Set([link.from, link.to]), links: new Set([link]) };
    else if (spot && this.scene) {
      const joined = this.scene.links.filter((other) => !other.hidden && (other.from === spot || other.to === spot));
      this.hovered = { spots: new Set([spot, ...joined.flatMap(({ from, to }) => [from, to])]), links: new Set(joined) };
    }
    this.on.hover(spot, link, at);
    this.paint();
  }

  /** Read again what is hidden, and the colours. */
  refresh(): void {
    this.sigma?.refresh();
  }

  /** Take over where the spots were moved to. */
  moved(): void {
    const { sigma, scene } = this;
    if (!sigma || !scene) return;
    const graph = sigma.getGraph();
    graph.updateEachNodeAttributes((_, data) => {
      const { spot } = data as { spot: Spot };
      data.x = spot.x;
      data.y = -spot.y;
      return data;
    }, { attributes: ["x", "y"] });
    sigma.setCustomBBox({ x: [0, scene.width], y: [-scene.height, 0] });
  }

  focusOn(focus: Focus | null): void {
    this.focus = focus;
    this.paint();
  }

  private paint(): void {
    const { sigma, scene } = this;
    const p = this.projection();
    const canvas = sigma?.getCanvases().labels;
    const context = canvas?.getContext("2d");
    if (!sigma || !scene || !p || !context) return;
    this.container.classList.toggle("graph-faded", this.focus !== null);
    paint(context, scene, p, this.colors, this.hovered ?? this.focus);
  }

  /** How the scene lies on the screen now. */
  projection(): Projection | null {
    if (!this.sigma) return null;
    const { width, height } = this.sigma.getDimensions();
    const [a, b] = [this.sigma.graphToViewport({ x: 0, y: 0 }), this.sigma.graphToViewport({ x: 1000, y: 0 })];
    return { scale: (b.x - a.x) / 1000, dx: a.x, dy: a.y, sizes: this.sigma.scaleSize(1), width, height };
  }

  zoom(factor: number): void {
    this.sigma?.getCamera().animatedZoom({ factor, duration: still() ? 0 : 150 });
  }

  fit(): void {
    this.sigma?.getCamera().animatedReset({ duration: still() ? 0 : 200 });
  }

  pan(x: number, y: number): void {
    const camera = this.sigma?.getCamera();
    const p = this.projection();
    if (!camera || !p) return;
    const { x: cx, y: cy, ratio } = camera.getState();
    camera.setState({ x: cx + x * 0.1 * ratio, y: cy - y * 0.1 * ratio });
  }

  /** Where a spot, or the middle of a link, is in the window; for tests. */
  at(id: string): Point | null {
    const p = this.projection();
    if (!p) return null;
    const spot = this.spots.get(id);
    const link = this.links.get(id);
    const here = spot ? project(spot, p) : link ? curve(link, p)?.middle : undefined;
    const { left, top } = this.container.getBoundingClientRect();
    return here ? { x: here.x + left, y: here.y + top } : null;
  }

  kill(): void {
    for (const stop of this.stop) stop();
    this.sigma?.kill();
    this.sigma = null;
  }
}

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The stronger a flow, the darker; where there are many lines, each is fainter. */
function opacity(scene: Scene, link: Link): number {
  if (scene.scope === "full") return scene.links.length > 5000 ? 0.18 : 0.4;
  return Math.min(0.9, 0.4 + 0.12 * link.count);
}
