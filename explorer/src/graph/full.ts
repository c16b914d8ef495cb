// Everything that is drawn at all: organisations as places, people and works as small spots; made once, filtered often.

import type { Data } from "../data";
import { isDrawn, selected } from "../filter";
import { layOut, stretch, type Box } from "./layout";
import type { Scene } from "./scene";
import { Web } from "./web";

/** Up to so many spots, places are made here and now; beyond, they are the seeds that came with the data. */
const FEW = 400;

let made: { data: Data; web: Web; scene: Scene } | null = null;

export function fullScene(data: Data, page: Box): Scene {
  if (made?.data !== data) {
    const web = new Web(data.statements.filter(isDrawn), data.statements.length > 5000 ? 2.2 : 3.5);
    const spots = [...web.spots.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
    let box = page;
    if (spots.length <= FEW) box = layOut(spots, web.links, page, 300);
    else stretch(spots, box);
    const slight = web.links.length > 3000;
    for (const link of web.links) {
      link.curve = 0;
      if (slight) link.width = 0.7;
    }
    made = { data, web, scene: { scope: "full", spots, links: web.links, ...box, settled: spots.length <= FEW, cut: false, notes: [] } };
  }
  made.web.pass(selected.value.statements);
  return made.scene;
}
