// The filters that are on, each as a chip that takes it off again.

import type { Data } from "../data";
import { FACETS, type Facet } from "../filter";
import { dayName, day } from "../text";
import { go, NO_FILTERS, state, toggle } from "../state";
import { label, phrases, say } from "../words";

const words = phrases({
  chosen: ["Filters that are on", "Filtres actifs"],
  remove: ["Remove the filter: {0}", "Retirer le filtre : {0}"],
  clear: ["Clear all", "Tout effacer"],
  sources: ["at least {0} sources", "au moins {0} sources"],
  trueOn: ["true on {0}", "vrai le {0}"],
  knownOn: ["known on {0}", "connu le {0}"],
});

interface Chip {
  key: string;
  text: string;
  remove(): void;
}

/** What a choice of a facet is called. */
export function choiceName(data: Data, facet: Facet, value: string): string {
  switch (facet) {
    case "organizations":
      return data.entity.get(value)?.label ?? value;
    case "relations": {
      const relation = data.relations.find(({ id }) => id === value);
      return relation ? label(relation.labels) : value;
    }
    case "modalities":
    case "statuses":
      return say(value as Parameters<typeof say>[0]);
    case "articles":
      return data.article.get(value)?.name ?? value;
    case "roles":
      return value;
  }
}

function chips(data: Data): Chip[] {
  const { sources, trueOn, knownOn, language } = state.value;
  const found: Chip[] = FACETS.flatMap((facet) =>
    state.value[facet].map((value) => ({
      key: `${facet}:${value}`,
      text: choiceName(data, facet, value),
      remove: () => go({ [facet]: toggle(state.value[facet], value) }),
    })),
  );
  if (sources > 1) found.push({ key: "sources", text: words("sources", sources), remove: () => go({ sources: 1 }) });
  if (trueOn) found.push({ key: "on", text: words("trueOn", dayName(day(trueOn), language)), remove: () => go({ trueOn: "" }) });
  if (knownOn) found.push({ key: "known", text: words("knownOn", dayName(day(knownOn), language)), remove: () => go({ knownOn: "" }) });
  return found;
}

/** How many filters are on. */
export const active = (): number => {
  const { sources, trueOn, knownOn } = state.value;
  return FACETS.reduce((sum, facet) => sum + state.value[facet].length, 0) + Number(sources > 1) + Number(trueOn !== "") + Number(knownOn !== "");
};

export function Chips({ data }: { data: Data }) {
  if (!active()) return null;
  return (
    <div class="chips" role="group" aria-label={words("chosen")}>
      {chips(data).map(({ key, text, remove }) => (
        <button type="button" class="chip" key={key} title={text} aria-label={words("remove", text)} onClick={remove}>
          <span class="chip-name">{text}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" class="link" onClick={() => go(NO_FILTERS)}>
        {words("clear")}
      </button>
    </div>
  );
}
