// What is known of whatever the reader chose: `state.selected`, and the proof behind it.

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Data } from "../data";
import { close, show, state, unasked, type Selection } from "../state";
import { phrases, say } from "../words";
import { ArticleCard } from "./article";
import { find, type Chosen } from "./chosen";
import { ConflictCard } from "./conflict";
import { EntityCard } from "./entity";
import { FlowCard } from "./flow";
import { StatementCard } from "./statement";

const words = phrases({
  details: ["Details", "Détails"],
  back: ["Back", "Retour"],
  unknown: ["This link names something that is not in this file.", "Ce lien nomme quelque chose qui n'est pas dans ce fichier."],
});

export function Panel({ data }: { data: Data }) {
  const chosen = state.value.selected;
  const aside = useRef<HTMLElement>(null);
  const trail = useTrail(chosen);
  useFocus(chosen, aside);
  useEscape();
  if (!chosen) return null;
  return (
    <aside class="panel" aria-label={words("details")} ref={aside}>
      <div class="panel-bar">
        {trail.length > 1 && <button type="button" class="panel-link" onClick={() => show(trail.at(-2)!)}><span aria-hidden="true">← </span>{words("back")}</button>}
        <button type="button" class="panel-link panel-close" onClick={close}>{say("close")}<span aria-hidden="true"> ×</span></button>
      </div>
      <div class="panel-card" key={chosen}><Card data={data} chosen={find(data, chosen)} /></div>
    </aside>
  );
}

function Card({ data, chosen }: { data: Data; chosen: Chosen | null }) {
  switch (chosen?.kind) {
    case "entity":
      return <EntityCard data={data} entity={chosen.entity} />;
    case "statement":
      return <StatementCard data={data} statement={chosen.statement} />;
    case "flow":
      return <FlowCard from={chosen.from} to={chosen.to} />;
    case "conflict":
      return <ConflictCard data={data} conflict={chosen.conflict} />;
    case "article":
      return <ArticleCard data={data} article={chosen.article} />;
    default:
      return <header><h2 tabIndex={-1}>{words("unknown")}</h2></header>;
  }
}

/** What was shown since the panel opened, this last; going back takes from it. The browser's own steps would leave a page inside a notebook. */
function useTrail(chosen: Selection): Selection[] {
  const trail = useRef<Selection[]>([]);
  const { current } = trail;
  if (!chosen) trail.current = [];
  else if (current.at(-2) === chosen) trail.current = current.slice(0, -1);
  else if (current.at(-1) !== chosen) trail.current = [...current, chosen];
  return trail.current;
}

/** Whoever opens something lands on its heading, and is back where they were once it closes. */
function useFocus(chosen: Selection, aside: { current: HTMLElement | null }): void {
  const opener = useRef<HTMLElement | null>(null);
  const before = useRef<Selection | null>(null);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = chosen;
    if (was === null || was === chosen || unasked.has(state.peek())) return; // the focus is the reader's
    const active = document.activeElement;
    const lost = !active || active === document.body;
    if (chosen) {
      if (active instanceof HTMLElement && !lost && !aside.current?.contains(active)) opener.current = active;
      aside.current?.scrollTo(0, 0);
      aside.current?.querySelector("h2")?.focus({ preventScroll: true });
    } else {
      if (lost) (opener.current?.isConnected ? opener.current : document.querySelector<HTMLElement>("[role=tab][aria-selected=true]"))?.focus();
      opener.current = null;
    }
  }, [chosen]);
}

function useEscape(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // What lies over the panel (a list of names, a menu, a dialog) takes the key first.
      if (event.key !== "Escape" || event.defaultPrevented || (event.target as Element).closest?.("dialog")) return;
      if (state.peek().selected) close();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
