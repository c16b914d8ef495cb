// The drawing itself: sigma where there is WebGL, else a still picture; its buttons and keys, and what the pointer is on.

import { effect, signal, useComputed, useSignal, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Data } from "../data";
import { selected } from "../filter";
import { close, go, show, state } from "../state";
import { focusNow, sceneNow } from "./current";
import { drawing } from "./drawing";
import { Refinement } from "./forces";
import { fit, type Point, type Projection } from "./geometry";
import { stretch } from "./layout";
import { palette, watch } from "./palette";
import type { Link, Scene, Spot } from "./scene";
import type { Stage } from "./stage";
import { words } from "./words";

/** What is on the screen now, for those who take it away and for tests. */
export const live: { stage: Stage | null; scene: Scene | null; refine(on: boolean): void } = { stage: null, scene: null, refine: () => {} };

const refining = signal(false);

let able: boolean | undefined;

export function hasWebGL(): boolean {
  if (able === undefined) {
    const gl = document.createElement("canvas").getContext("webgl2");
    able = gl !== null;
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return able;
}

/** Beyond so many links, moving the spots is left to the reader's wish. */
const BUSY = 20_000;
const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

export function Canvas({ data, shown }: { data: Data; shown: Signal<{ scene: Scene } | null> }) {
  const place = useRef<HTMLDivElement>(null);
  const tip = useSignal<{ text: string; at: Point } | null>(null);
  const what = useComputed(() => [state.value.scope, state.value.around, state.value.language].join(" "));

  useEffect(() => {
    let dead = false;
    let stop = (): void => {};
    let work: Refinement | null = null;
    const container = place.current!;
    live.refine = (on) => {
      work?.stop();
      work = null;
      refining.value = false;
      const { scene, stage } = live;
      if (!on || !stage || scene?.scope !== "full" || scene.spots.length < 2) return;
      const rounds = Math.max(60, Math.min(1000, Math.round(300_000 / scene.spots.length)));
      const moved = (): void => {
        stretch(scene.spots, scene);
        stage.moved();
      };
      work = new Refinement(scene.spots, scene.links, rounds, moved, () => (refining.value = false));
      refining.value = true;
    };
    void import("./stage").then(({ Stage }) => {
      if (dead) return;
      const stage = (live.stage = new Stage(container, {
        open: (spot, link) => (spot ? show(`entity:${spot.id}`) : link ? show(link.opens) : close()),
        travel: (spot) => go({ scope: "around", around: spot.id }),
        hover: (spot, link, at) => (tip.value = spot || link ? { text: told(spot, link), at } : null),
        painted: (scope) => (container.dataset.painted = scope),
      }));
      let before = "";
      const draw = effect(() => {
        const same = before === what.value;
        const scene = sceneNow(data, { width: container.offsetWidth, height: container.offsetHeight });
        void selected.value;
        before = what.value;
        live.scene = scene;
        if (!same) live.refine(false);
        stage.show(scene, same);
        shown.value = { scene };
        if (!same && scene.scope === "full" && !scene.settled && scene.links.length <= BUSY && !still()) live.refine(true);
      });
      const focus = effect(() => {
        if (shown.value) stage.focusOn(focusNow(data, shown.value.scene));
      });
      stop = () => (draw(), focus());
    });
    return () => {
      dead = true;
      stop();
      work?.stop();
      refining.value = false;
      live.refine = () => {};
      live.stage?.kill();
      live.stage = live.scene = null;
    };
  }, [data]);

  return (
    <>
      <div class="graph-canvas" ref={place} tabIndex={0} role="application" aria-label={words("canvas")} onKeyDown={keys} />
      {tip.value && (
        <div class="graph-tip" aria-hidden="true" style={{ left: `${tip.value.at.x}px`, top: `${tip.value.at.y}px` }}>
          {tip.value.text}
        </div>
      )}
    </>
  );
}

export function Tools() {
  return (
    <div class="graph-tools">
      {state.value.scope === "full" && (
        <button type="button" class="graph-refine" onClick={() => live.refine(!refining.value)}>
          {words(refining.value ? "stop" : "refine")}
        </button>
      )}
      {TOOLS.map(([name, sign, act]) => (
        <button type="button" class="icon" key={name} aria-label={words(name)} title={words(name)} onClick={act}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={sign} fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>
        </button>
      ))}
    </div>
  );
}

const closer = (): void => live.stage?.zoom(1.5);
const farther = (): void => live.stage?.zoom(1 / 1.5);
const whole = (): void => live.stage?.fit();

const TOOLS: ["closer" | "farther" | "fit", string, () => void][] = [
  ["closer", "M8 3v10M3 8h10", closer],
  ["farther", "M3 8h10", farther],
  ["fit", "M6 3H3v3M10 3h3v3M6 13H3v-3M10 13h3v-3", whole],
];

function keys(event: KeyboardEvent): void {
  const moves: Record<string, () => void> = {
    ArrowLeft: () => live.stage?.pan(-1, 0),
    ArrowRight: () => live.stage?.pan(1, 0),
    ArrowUp: () => live.stage?.pan(0, -1),
    ArrowDown: () => live.stage?.pan(0, 1),
    "+": closer,
    "=": closer,
    "-": farther,
    "0": whole,
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

/** What a spot or a link is, in words. */
export function told(spot: Spot | null, link: Link | null): string {
  if (spot) return [spot.label, spot.detail].filter(Boolean).join(" ");
  if (!link) return "";
  const ends = `${link.from.label} ${link.arrow ? "→" : "–"} ${link.to.label}`;
  return link.opens.startsWith("flow:") ? `${ends}: ${link.count === 1 ? words("person") : words("people", link.count)}` : ends;
}

/** The scene as an SVG document: as the camera sees it, or the whole of it. */
export function picture(data: Data): string {
  const page = { width: 1200, height: 750 };
  const scene = live.scene ?? sceneNow(data, page);
  const p: Projection = live.stage?.projection() ?? fit(scene, page.width, page.height);
  return drawing(scene, p, palette(), data.title);
}

/** For browsers without WebGL: the same drawing, but still. */
export function Still({ data, shown }: { data: Data; shown: Signal<{ scene: Scene } | null> }) {
  const place = useRef<HTMLDivElement>(null);
  const source = useSignal("");
  useEffect(() => {
    const container = place.current!;
    const draw = (): void => {
      const page = { width: container.offsetWidth, height: container.offsetHeight };
      const scene = (live.scene = sceneNow(data, page));
      shown.value = { scene };
      source.value = drawing(scene, fit(scene, page.width, page.height), palette(), data.title);
      container.dataset.painted = scene.scope;
    };
    const stop = [effect(draw), watch(draw)];
    const resized = new ResizeObserver(draw);
    resized.observe(container);
    return () => {
      for (const end of stop) end();
      resized.disconnect();
      live.scene = null;
    };
  }, [data]);
  return (
    <div class="graph-canvas" ref={place}>
      {source.value && <img src={`data:image/svg+xml,${encodeURIComponent(source.value)}`} alt={words("picture")} />}
    </div>
  );
}
