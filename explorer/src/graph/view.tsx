// The graph view: organisations and the flows between them, the surroundings of one entity, or everything.

import { effect, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Data, Statement } from "../data";
import { flows, selected } from "../filter";
import { close, go, SCOPES, show, state } from "../state";
import type { View } from "../view";
import { say } from "../words";
import { drawing } from "./drawing";
import { fit, type Point } from "./geometry";
import { organizationsScene } from "./organizations";
import { palette } from "./palette";
import { focusOn, type Link, type Scene, type Spot } from "./scene";
import type { Stage } from "./stage";
import { words } from "./words";

let stage: Stage | null = null;
let scene: Scene | null = null;

const hasWebGL = (): boolean => {
  const gl = document.createElement("canvas").getContext("webgl2");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
  return gl !== null;
};

/** The statements that a selection speaks of, to find it among the links. */
function meant(data: Data, selection: string): Set<Statement> {
  const name = selection.slice(selection.indexOf(":") + 1);
  if (selection.startsWith("entity:")) return new Set(data.entity.get(name)?.statements);
  if (selection.startsWith("statement:")) return new Set([data.statement.get(name)].filter((s) => s !== undefined));
  if (selection.startsWith("flow:")) return new Set(flows.value.find(({ key }) => key === name)?.statements);
  if (selection.startsWith("conflict:")) return new Set(data.conflicts[Number(name)]?.statements);
  return new Set();
}

function sceneNow(container: HTMLElement | null): Scene {
  const page = { width: container?.offsetWidth || 1200, height: container?.offsetHeight || 750 };
  return organizationsScene(page);
}

function GraphView({ data }: { data: Data }) {
  const canvas = useRef<HTMLDivElement>(null);
  const tip = useSignal<{ text: string; at: Point } | null>(null);
  const shown = useSignal<Scene | null>(null);
  const { scope } = state.value;

  useEffect(() => {
    let dead = false;
    let stop = (): void => {};
    const container = canvas.current!;
    void import("./stage").then(({ Stage }) => {
      if (dead) return;
      stage = new Stage(container, {
        open: (spot, link) => (spot ? show(`entity:${spot.id}`) : link ? show(link.opens) : close()),
        travel: (spot) => go({ scope: "around", around: spot.id }),
        hover: (spot, link, at) => (tip.value = spot || link ? { text: told(spot, link), at } : null),
        painted: (scope) => (container.dataset.painted = scope),
      });
      const draw = effect(() => {
        selected.value;
        const same = scene !== null;
        shown.value = scene = sceneNow(container);
        stage!.show(scene, same);
      });
      const focus = effect(() => {
        const { selected } = state.value;
        if (shown.value) stage!.focusOn(selected ? focusOn(shown.value, selected, meant(data, selected)) : null);
      });
      stop = () => {
        draw();
        focus();
      };
    });
    return () => {
      dead = true;
      stop();
      stage?.kill();
      stage = scene = null;
    };
  }, [data]);

  return (
    <div class="graph">
      <div class="graph-bar">
        <div class="graph-scopes" role="group" aria-label={words("scope")}>
          {SCOPES.map((name) => (
            <button type="button" key={name} aria-pressed={name === scope} onClick={() => go({ scope: name })}>
              {words(name)}
            </button>
          ))}
        </div>
        <p class="graph-notes">{shown.value?.notes.join(" ")}</p>
      </div>
      <div class="graph-stage">
        <div class="graph-canvas" ref={canvas} tabIndex={0} role="application" aria-label={words("canvas")} onKeyDown={keys} />
        {tip.value && (
          <div class="graph-tip" aria-hidden="true" style={{ left: `${tip.value.at.x}px`, top: `${tip.value.at.y}px` }}>
            {tip.value.text}
          </div>
        )}
        <div class="graph-zoom">
          <button type="button" aria-label={words("closer")} title={words("closer")} onClick={() => stage?.zoom(1.5)}>+</button>
          <button type="button" aria-label={words("farther")} title={words("farther")} onClick={() => stage?.zoom(1 / 1.5)}>−</button>
          <button type="button" aria-label={words("fit")} title={words("fit")} onClick={() => stage?.fit()}>⤢</button>
        </div>
      </div>
    </div>
  );
}

function told(spot: Spot | null, link: Link | null): string {
  if (link) return `${link.from.label} → ${link.to.label}: ${link.count === 1 ? words("person") : words("people", link.count)}`;
  return spot ? `${spot.label} ${spot.detail}` : "";
}

function keys(event: KeyboardEvent): void {
  const moves: Record<string, () => void> = {
    ArrowLeft: () => stage?.pan(-1, 0),
    ArrowRight: () => stage?.pan(1, 0),
    ArrowUp: () => stage?.pan(0, -1),
    ArrowDown: () => stage?.pan(0, 1),
    "+": () => stage?.zoom(1.5),
    "=": () => stage?.zoom(1.5),
    "-": () => stage?.zoom(1 / 1.5),
    "0": () => stage?.fit(),
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

export const graph: View = {
  name: "graph",
  label: () => words("label"),
  Component: GraphView,
  rows: () => ({ name: "graph", header: [], rows: [] }),
  svg: (data) => {
    const now = scene ?? sceneNow(null);
    return drawing(now, stage?.projection() ?? fit(now, 1200, 750), palette(), data.title);
  },
};

/** For tests: where something is on the screen. */
declare global {
  interface Window {
    aigraph?: { at(id: string): Point | null };
  }
}
window.aigraph = { at: (id) => stage?.at(id) ?? null };
void say; void hasWebGL; // until the empty view is here
