// A conflict: what contradicts, the sentences one under the other, and what would settle it.

import type { Conflict, Data } from "../data";
import { show } from "../state";
import { label, phrases } from "../words";
import { Evidence } from "./evidence";
import { Hidden } from "./filtered";
import { List } from "./list";
import { Row } from "./row";
import { useTexts } from "./sentences";

const words = phrases({
  conflict: ["Contradiction", "Contradiction"],
  settle: ["What would settle it", "Ce qui trancherait"],
  claims: ["The sentences", "Les phrases"],
  statements: ["The statements concerned", "Les énoncés concernés"],
});

export function ConflictCard({ data, conflict }: { data: Data; conflict: Conflict }) {
  const texts = useTexts();
  const kind = data.kinds.get(conflict.kind);
  return (
    <>
      <header>
        <p class="panel-kind">{words("conflict")}</p>
        <h2 tabIndex={-1} lang="en">{texts ? texts.what(conflict) : words("conflict")}</h2>
        {kind && <p class="panel-lead">{label(kind)}</p>}
      </header>
      <Hidden statements={conflict.statements} />
      <section>
        <h3>{words("claims")} <span class="panel-count">{conflict.claims.length}</span></h3>
        <List of={conflict.claims} first={12} each={(claim) => <Evidence claim={claim} />} />
      </section>
      {texts?.settle(conflict) && (
        <section>
          <h3>{words("settle")}</h3>
          <p lang="en">{texts.settle(conflict)}</p>
        </section>
      )}
      <section>
        <h3>{words("statements")} <span class="panel-count">{conflict.statements.length}</span></h3>
        <List of={conflict.statements} each={(statement) => <Row statement={statement} about={null} />} />
      </section>
    </>
  );
}

/** A line that leads to a conflict. */
export function ConflictLink({ conflict }: { conflict: Conflict }) {
  const texts = useTexts();
  return (
    <button type="button" class="panel-row" onClick={() => show(`conflict:${conflict.index}`)}>
      <span class="panel-row-name" lang="en">{texts ? texts.what(conflict) : words("conflict")}</span>
    </button>
  );
}
