// The filters, each choice with the number of statements that it would leave.

import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Data } from "../data";
import { narrow, snug } from "../screen";
import { phrases, say } from "../words";
import { active } from "./chips";
import { Facets } from "./facets";

const words = phrases({ filters: ["Filters", "Filtres"] });

/** Whether the filters are unfolded; null: not chosen yet, so as the window has room. */
const unfolded = signal<boolean | null>(null);
const open = () => unfolded.value ?? !snug.value;

export function FiltersButton() {
  const count = active();
  return (
    <button type="button" class="filters-button" aria-expanded={open()} onClick={() => (unfolded.value = !open())}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">
        <path d="M0 1.5h14M2.5 6h9M5 10.5h4" stroke="currentColor" stroke-width="1.6" />
      </svg>
      {words("filters")}
      {count > 0 && <span class="filters-count">{count}</span>}
    </button>
  );
}

export function Filters({ data }: { data: Data }) {
  if (!open()) return null;
  if (narrow.value) return <Drawer data={data} />;
  return (
    <section class="filters" aria-label={words("filters")}>
      <Facets data={data} />
    </section>
  );
}

/** The filters over the whole of a phone. */
function Drawer({ data }: { data: Data }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const fold = () => (unfolded.value = false);
  return (
    <dialog class="filters" ref={dialog} aria-label={words("filters")} onClose={fold}>
      <div class="filters-head">
        <h2>{words("filters")}</h2>
        <button type="button" onClick={fold}>
          {say("close")}
        </button>
      </div>
      <Facets data={data} />
    </dialog>
  );
}
