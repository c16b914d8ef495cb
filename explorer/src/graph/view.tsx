// The graph view: the flows between organisations, the surroundings of one entity, or everything.

import { useSignal } from "@preact/signals";
import type { Data } from "../data";
import { go, SCOPES, state } from "../state";
import type { View } from "../view";
import { label, say } from "../words";
import { centre } from "./around";
import { Canvas, hasWebGL, live, picture, Still, Tools } from "./canvas";
import { sceneNow } from "./current";
import type { Point } from "./geometry";
import { Legend, List } from "./legend";
import { more } from "./organizations";
import type { Line, Scene } from "./scene";
import { words } from "./words";

function GraphView({ data }: { data: Data }) {
  const shown = useSignal<{ scene: Scene } | null>(null);
  const listed = useSignal(!hasWebGL());
  const scene = shown.value?.scene;
  const { scope, around, selected } = state.value;
  const entity = scope === "around" ? centre(data, around) : null;
  const lines = new Set<Line>(scene?.links.filter(({ hidden }) => !hidden).map(({ line }) => line));
  const empty = scene && !scene.spots.some(({ hidden }) => !hidden);
  const Drawing = hasWebGL() ? Canvas : Still;
  return (
    <div class="graph" data-scope={scope}>
      <div class="graph-bar">
        <div class="graph-scopes" role="group" aria-label={words("scope")}>
          {SCOPES.map((name) => (
            <button type="button" key={name} aria-pressed={name === scope} onClick={() => go(name === "around" && selected.startsWith("entity:") ? { scope: name, around: selected.slice(7) } : { scope: name })}>
              {words(name)}
            </button>
          ))}
        </div>
        {entity && <h2 class="graph-of">{words("of", entity.label)}</h2>}
        <p class="graph-notes" role="status">
          {!hasWebGL() && words("noWebGL")} {scene?.notes.join(" ")} {entity && words("travel")}
        </p>
        {scope === "organizations" && (scene?.cut || more.value) && (
          <button type="button" class="link" onClick={() => (more.value = !more.value)}>
            {words(more.value ? "fewer" : "more")}
          </button>
        )}
        {hasWebGL() && <Tools />}
      </div>
      <div class="graph-stage">
        <Drawing data={data} shown={shown} />
        {empty && <p class="nothing graph-nothing">{scope === "organizations" ? words("none") : say("nothing")}</p>}
      </div>
      <div class="graph-foot">
        <Legend scope={scope} lines={lines} />
        <button type="button" class="link" aria-expanded={listed.value} onClick={() => (listed.value = !listed.value)}>
          {words("list")}
        </button>
      </div>
      {listed.value && scene && (
        <div class="graph-list">
          <List scene={scene} />
        </div>
      )}
    </div>
  );
}

export const graph: View = {
  name: "graph",
  label: () => words("label"),
  Component: GraphView,
  rows: (data) => {
    const scene = live.scene ?? sceneNow(data, { width: 1200, height: 750 });
    const links = scene.links.filter(({ hidden }) => !hidden).reverse();
    return {
      name: "graph",
      header: [words("from"), words("to"), words("count"), words("what"), words("certainty")],
      rows: links.map(({ from, to, statements, count, line }) => [
        from.label,
        to.label,
        count,
        [...new Set(statements.map(({ relation }) => label(relation.labels)))].join("; "),
        say(line),
      ]),
    };
  },
  svg: picture,
};

/** For tests: where a spot, or the middle of a link ("FROM>TO"), is in the window. */
declare global {
  interface Window {
    aigraph?: { at(id: string): Point | null };
  }
}
window.aigraph = { at: (id) => live.stage?.at(id) ?? null };
