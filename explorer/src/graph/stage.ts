// Sigma with its camera, its listeners and what is painted above it; loaded only when a graph is shown.

import Graph from "graphology";
import Sigma from "sigma";
import { curve, nearest, project, type Point, type Projection } from "./geometry";
import { lines, type LineData } from "./lines";
import { paint } from "./paint";
import { palette, sheer, watch, type Palette } from "./palette";
import { LINES, type Focus, type Link, type Scene, type Spot } from "./scene";
import { Shapes, type ShapeData } from "./shapes";
import { Threads } from "./threads";

/** Beyond so many links, only a click looks for the one that is meant. */
const MANY = 20_000;
/** Beyond so many, they are hair lines, and hide while one moves. */
const PLAIN = 5000;

const SETTLED_MS = 120;

const PROGRAMS = { curved: () => lines(14), straight: () => lines(1), threads: () => Threads };
type LinkType = keyof typeof PROGRAMS;

export interface Listeners {
  open(spot: Spot | null, link: Link | null): void;
  travel(spot: Spot): void;
  hover(spot: Spot | null, link: Link | null, at: Point): void;
  painted(scope: string): void;
}

export class Stage {
  private sigma: Sigma | null = null;
  private scene: Scene | null = null;
  private type: LinkType | null = null;
  private faint = 1;
  private readonly tints = new Map<string, string>();
  private focus: Focus | null = null;
  private pointed: { spot: Spot | null; link: Link | null } | null = null;
  private hovered: Focus | null = null;
  private colors: Palette = palette();
  private spots = new Map<string, Spot>();
  private links = new Map<string, Link>();
  private readonly looks = new Map<Spot | Link, number>();
  private readonly stop: (() => void)[] = [];

  constructor(
    private readonly container: HTMLElement,
    private readonly on: Listeners,
  ) {
    this.stop.push(
      watch(() => {
        this.colors = palette();
        this.tints.clear();
        this.refresh();
      }),
    );
    // What took the room (the panel) is seen before the picture, slow to draw without a graphics card, follows.
    let later = 0;
    const resized = new ResizeObserver(() => {
      clearTimeout(later);
      later = setTimeout(() => container.offsetWidth && container.offsetHeight && this.sigma?.scheduleRender(), SETTLED_MS);
    });
    resized.observe(container);
    this.stop.push(() => (clearTimeout(later), resized.disconnect()));
  }

  /** Show another scene; the camera stays where it is if it is the same scene, differently filtered. */
  show(scene: Scene, same: boolean): void {
    this.hovered = this.pointed = null;
    if (scene === this.scene) return this.update();
    this.scene = scene;
    this.faint = scene.links.length > PLAIN ? 0.22 : scene.links.length > 300 ? 0.45 : 0.7;
    this.spots = new Map(scene.spots.map((spot) => [spot.id, spot]));
    this.links = new Map(scene.links.map((link) => [link.id, link]));
    const graph = new Graph({ multi: true, type: "directed" });
    // The greatest are drawn last, on top of others.
    for (const spot of [...scene.spots].reverse()) graph.addNode(spot.id, { x: spot.x, y: -spot.y, spot });
    const type = scene.scope !== "full" ? "curved" : scene.links.length > PLAIN ? "threads" : "straight";
    for (const link of scene.links) graph.addDirectedEdgeWithKey(link.id, link.from.id, link.to.id, { link });
    if (!this.sigma || this.type !== type) {
      this.sigma?.kill();
      this.sigma = this.open(type);
      this.type = type;
    }
    if (!same) this.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1 });
    this.sigma.setCustomBBox(bounds(scene));
    this.sigma.setGraph(graph);
    this.looks.clear();
    for (const spot of scene.spots) this.note(spot, Number(spot.hidden));
    for (const link of scene.links) this.note(link, look(link));
  }

  private open(type: LinkType): Sigma {
    const sigma = new Sigma(new Graph(), this.container, {
      renderLabels: false, // names are placed and written by paint.ts
      renderEdgeLabels: false,
      hideEdgesOnMove: type === "threads",
      enableCameraRotation: false,
      allowInvalidContainer: true, // the view can be left between two frames
      stagePadding: 0,
      minEdgeThickness: 1,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      zIndex: false,
      nodeProgramClasses: { shape: Shapes },
      edgeProgramClasses: { [type]: PROGRAMS[type]() }, // each takes time to compile
      defaultNodeType: "shape",
      defaultEdgeType: type,
      defaultDrawNodeHover: () => {},
      nodeReducer: (_, { x, y, spot }): ShapeData => {
        const { kind, hidden, size } = spot as Spot;
        const color = this.colors.kinds[kind];
        return { type: "shape", label: null, x, y, size, color, hidden, highlighted: false, forceLabel: false, zIndex: 0, kind, ground: this.colors.ground };
      },
      edgeReducer: (_, data): LineData => {
        const { link } = data as unknown as { link: Link };
        const { line, curve, arrow, hidden, width } = link;
        return { type, label: null, size: width, color: this.tint(link), hidden, forceLabel: false, zIndex: 0, line, curve, arrow };
      },
    });
    sigma.on("afterRender", () => {
      this.paint();
      if (this.scene) this.on.painted(this.scene.scope);
    });
    // The first of two clicks opens the panel, and what was clicked on may have moved away from the second.
    let last: { spot: Spot | null; at: Point } | null = null;
    const click = (spot: Spot | null, at: Point): void => {
      last = { spot, at: { x: at.x, y: at.y } };
      this.on.open(spot, spot ? null : this.linkAt(at));
    };
    const twice = (spot: Spot | null, at: Point): void => {
      const same = last !== null && Math.hypot(at.x - last.at.x, at.y - last.at.y) < 8;
      if (same && last!.spot) this.on.travel(last!.spot);
      else if (!same) click(spot, at); // two quick clicks on two things
    };
    sigma.on("clickNode", ({ node, event }) => click(this.spots.get(node)!, event));
    sigma.on("clickStage", ({ event }) => click(null, event));
    sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
      preventSigmaDefault();
      twice(this.spots.get(node)!, event);
    });
    sigma.on("doubleClickStage", ({ event, preventSigmaDefault }) => {
      preventSigmaDefault();
      twice(null, event);
    });
    sigma.on("enterNode", ({ node, event }) => this.hover(this.spots.get(node)!, null, event));
    sigma.on("leaveNode", ({ event }) => this.hover(null, null, event));
    sigma.getMouseCaptor().on("mousemove", (event) => {
      if (this.pointed?.spot || (this.scene?.links.length ?? 0) > MANY) return;
      const link = this.linkAt(event);
      if (link !== (this.pointed?.link ?? null)) this.hover(null, link, event);
    });
    return sigma;
  }

  /** The stronger a flow, the darker; the more lines, the fainter each. */
  private tint(link: Link): string {
    const alpha = this.scene?.scope === "organizations" ? link.weight : this.faint;
    const key = `${link.line}${alpha}`;
    let color = this.tints.get(key);
    if (!color) this.tints.set(key, (color = sheer(this.colors.lines[link.line], alpha)));
    return color;
  }

  private linkAt(point: Point): Link | null {
    const p = this.projection();
    return this.scene && p ? nearest(this.scene.links, p, point) : null;
  }

  private hover(spot: Spot | null, link: Link | null, at: Point): void {
    this.pointed = { spot, link };
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

  /** Draw again what a filter changed, and only that. */
  private update(): void {
    const nodes = [...this.spots.values()].filter((spot) => this.note(spot, Number(spot.hidden))).map(({ id }) => id);
    const edges = [...this.links.values()].filter((link) => this.note(link, look(link))).map(({ id }) => id);
    this.sigma?.refresh({ partialGraph: { nodes, edges }, skipIndexation: true });
  }

  /** Keep how something looks; whether it looked otherwise before. */
  private note(thing: Spot | Link, looks: number): boolean {
    if (this.looks.get(thing) === looks) return false;
    this.looks.set(thing, looks);
    return true;
  }

  /** Take over where the spots were moved to. */
  moved(): void {
    const { sigma, scene } = this;
    if (!sigma || !scene) return;
    const graph = sigma.getGraph();
    for (const spot of scene.spots) {
      const data = graph.getNodeAttributes(spot.id); // changed in place: sigma is told once, below
      [data.x, data.y] = [spot.x, -spot.y];
    }
    sigma.setCustomBBox(bounds(scene));
    sigma.refresh();
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

  /** Where a spot, or the middle of a link, is in the window; nowhere while the page is about to draw it elsewhere. For tests. */
  at(id: string): Point | null {
    const p = this.projection();
    if (!p || p.width !== this.container.offsetWidth || p.height !== this.container.offsetHeight) return null;
    const spot = this.spots.get(id);
    const link = this.links.get(id);
    const here = spot && !spot.hidden ? project(spot, p) : link && !link.hidden ? curve(link, p)?.at(0.5) : undefined;
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

const bounds = ({ width, height }: Scene) => ({ x: [0, width] as [number, number], y: [-height, 0] as [number, number] });

const look = ({ hidden, line, arrow }: Link): number => (hidden ? -1 : 2 * LINES.indexOf(line) + Number(arrow));
