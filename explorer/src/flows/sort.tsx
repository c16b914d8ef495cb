// A heading that sorts its table when pressed, and says so.

import type { Signal } from "@preact/signals";

export interface Sort {
  by: string;
  down: boolean;
}

interface Props {
  by: string;
  sort: Signal<Sort>;
  /** Which way it sorts when first pressed. */
  first: "ascending" | "descending";
  class?: string;
  children: string;
}

export function SortHead({ by, sort, first, class: className, children }: Props) {
  const { by: now, down } = sort.value;
  const press = () => (sort.value = { by, down: now === by ? !down : first === "descending" });
  return (
    <th scope="col" class={className} aria-sort={now !== by ? undefined : down ? "descending" : "ascending"}>
      <button type="button" onClick={press}>
        <span>{children}</span>
        <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">{now === by && <path d={down ? "M0 2h8L4 7z" : "M0 6h8L4 1z"} fill="currentColor" />}</svg>
      </button>
    </th>
  );
}
