// The page: head, tabs, filters, the view, the panel, the clocks.

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Data } from "../data";
import { conflicts } from "../conflicts/view";
import { flows } from "../flows/view";
import { graph } from "../graph/view";
import { Panel } from "../panel/panel";
import { snug } from "../screen";
import { state } from "../state";
import { statements } from "../statements/view";
import { timeline } from "../timeline/view";
import type { View } from "../view";
import { phrases } from "../words";
import { works } from "../works/view";
import { Chips } from "./chips";
import { Filters, FiltersButton } from "./filters";
import { Counts, Languages, Themes } from "./head";
import { Search } from "./search";
import { Tabs } from "./tabs";
import { Take } from "./take";
import { Time } from "./time";

export const VIEWS: View[] = [graph, flows, timeline, works, conflicts, statements];

const words = phrases({
  skip: ["Skip to the view", "Aller à la vue"],
  views: ["Views and filters", "Vues et filtres"],
  hint: ["Click anything to read the sentence that proves it.", "Cliquez : chaque élément mène à la phrase qui le prouve."],
});

/** Whether the reader has found the panel: then the hint is of no more use. */
const found = signal(false);

export function Frame({ data }: { data: Data }) {
  const view = VIEWS.find(({ name }) => name === state.value.view) ?? graph;
  const place = useRef<HTMLDivElement>(null);
  const { language, selected } = state.value;
  useEffect(() => void (found.value ||= selected !== ""), [selected]);
  useEffect(() => void (document.documentElement.lang = language), [language]);
  return (
    <div class="frame" data-view={view.name} data-panel={selected ? "open" : undefined}>
      <button type="button" class="skip" onClick={() => place.current?.focus()}>
        {words("skip")}
      </button>
      <header class="head">
        <div class="head-title">
          <h1 title={data.title}>{data.title}</h1>
          <Counts />
        </div>
        <div class="head-search">
          <Search data={data} />
        </div>
        <div class="head-tools">
          <Take data={data} view={view} />
          <Languages />
          <Themes />
        </div>
      </header>
      <nav class="tabs" aria-label={words("views")}>
        <FiltersButton />
        <Tabs views={VIEWS} chosen={view.name} />
        {!found.value && !snug.value && <p class="hint">{words("hint")}</p>}
      </nav>
      <Filters data={data} />
      <main class="view">
        <Chips data={data} />
        <div role="tabpanel" id="view" ref={place} tabIndex={0} aria-labelledby={`tab-${view.name}`} key={view.name}>
          <view.Component data={data} />
        </div>
      </main>
      <Panel data={data} />
      <Time data={data} />
    </div>
  );
}
