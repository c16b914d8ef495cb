// The scene of the scope that is chosen, as the filters leave it; and which of it a selection means.

import { computed } from "@preact/signals";
import type { Data, Statement } from "../data";
import { flows } from "../filter";
import { state } from "../state";
import { aroundScene, centre } from "./around";
import { fullScene } from "./full";
import type { Box } from "./layout";
import { organizationsScene } from "./organizations";
import { focusOn, type Focus, type Scene } from "./scene";

// Each known by itself, so that a selection alone makes no new scene.
const scope = computed(() => state.value.scope);
const around = computed(() => state.value.around);

export function sceneNow(data: Data, page: Box): Scene {
  const entity = scope.value === "around" ? centre(data, around.value) : null;
  if (entity) return aroundScene(entity, page);
  return scope.value === "full" ? fullScene(data, page) : organizationsScene(page);
}

export function focusNow(data: Data, scene: Scene): Focus | null {
  const { selected } = state.value;
  return selected ? focusOn(scene, selected, meant(data, selected)) : null;
}

/** The statements that a selection speaks of. */
function meant(data: Data, selection: string): Set<Statement> {
  const name = selection.slice(selection.indexOf(":") + 1);
  switch (selection.slice(0, selection.indexOf(":"))) {
    case "entity":
      return new Set(data.entity.get(name)?.statements);
    case "flow":
      return new Set(flows.value.find(({ key }) => key === name)?.statements);
    case "conflict":
      return new Set(data.conflicts[Number(name)]?.statements);
    case "statement": {
      const one = data.statement.get(name);
      return new Set(one ? [one] : []);
    }
    default:
      return new Set();
  }
}
