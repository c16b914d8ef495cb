// The tabs: one for each view; arrows go from tab to tab.

import { useEffect, useRef } from "preact/hooks";
import { go, type ViewName } from "../state";
import type { View } from "../view";
import { phrases } from "../words";

const words = phrases({ views: ["Views", "Vues"] });

export function Tabs({ views, chosen }: { views: View[]; chosen: ViewName }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = list.current!;
    const tab = row.querySelector<HTMLElement>("[aria-selected=true]")!;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.offsetWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  const move = (event: KeyboardEvent) => {
    const at = views.findIndex(({ name }) => name === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: views.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + views.length) % views.length;
    go({ view: views[next]!.name });
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <div role="tablist" aria-label={words("views")} ref={list} onKeyDown={move}>
      {views.map(({ name, label }) => (
        <button
          type="button"
          role="tab"
          key={name}
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls="view"
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => go({ view: name })}
        >
          {label()}
        </button>
      ))}
    </div>
  );
}
