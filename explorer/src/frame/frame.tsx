// The page: head, tabs, filters, the view, the panel, the clocks.

import type { Data } from "../data";
import { conflicts } from "../conflicts/view";
import { flows } from "../flows/view";
import { graph } from "../graph/view";
import { Panel } from "../panel/panel";
import { go, state } from "../state";
import { statements } from "../statements/view";
import { timeline } from "../timeline/view";
import type { View } from "../view";
import { works } from "../works/view";
import { Filters } from "./filters";
import { Search } from "./search";
import { Take } from "./take";
import { Time } from "./time";

export const VIEWS: View[] = [graph, flows, timeline, works, conflicts, statements];

export function Frame({ data }: { data: Data }) {
  const view = VIEWS.find(({ name }) => name === state.value.view) ?? graph;
  const { Component } = view;
  return (
    <div class="frame" data-view={view.name}>
      <header class="head">
        <h1>{data.title}</h1>
        <Search data={data} />
        <div role="tablist">
          {VIEWS.map(({ name, label }) => (
            <button type="button" role="tab" key={name} aria-selected={name === view.name} onClick={() => go({ view: name })}>
              {label()}
            </button>
          ))}
        </div>
        <Take data={data} view={view} />
      </header>
      <Filters data={data} />
      <main class="view">
        <div role="tabpanel" aria-label={view.label()}><Component data={data} /></div>
      </main>
      <Panel data={data} />
      <Time data={data} />
    </div>
  );
}
