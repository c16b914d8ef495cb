// What the filters leave of what the panel shows, said gently: a link opens everything, whether it passes or not.

import type { Statement } from "../data";
import { selected } from "../filter";
import { go, state, type Filters } from "../state";
import { phrases } from "../words";

const words = phrases({ hidden: ["Not among what the filters show.", "Ne figure pas parmi ce que montrent les filtres."] });

export const Hidden = ({ statements }: { statements: readonly Statement[] }) =>
  statements.some(selected.value.has) ? null : <p class="panel-note">{words("hidden")}</p>;

/** A button that filters by one organisation or article, and takes that filter off again. */
export function Only({ facet, id, on, off }: { facet: keyof Pick<Filters, "organizations" | "articles">; id: string; on: string; off: string }) {
  const chosen = state.value[facet];
  const pressed = chosen.length === 1 && chosen[0] === id;
  return (
    <button type="button" class="panel-button" onClick={() => go({ [facet]: pressed ? [] : [id] })}>{pressed ? off : on}</button>
  );
}
