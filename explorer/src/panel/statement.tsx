// A statement: what is said, how sure it is, when, and every sentence that says so.

import { useState } from "preact/hooks";
import { Certainty, StatusWord } from "../certainty";
import { span } from "../cite";
import type { Data, Statement } from "../data";
import { claimsOf } from "../filter";
import { state } from "../state";
import { day, dayName } from "../text";
import { label, phrases } from "../words";
import { Cited } from "./cited";
import { ConflictLink } from "./conflict";
import { Evidence } from "./evidence";
import { Hidden } from "./filtered";
import { FlowLink } from "./flow";
import { List } from "./list";
import { Row } from "./row";
import { Sentence, worded } from "./sentence";
import { useTexts } from "./sentences";

const words = phrases({
  statement: ["Statement", "Énoncé"],
  when: ["when", "quand"],
  denied: ["Denied: not a move.", "Démenti : ce n'est pas un mouvement."],
  refuted: ["Refuted: not drawn as an edge.", "Réfuté : non dessiné comme un lien."],
  source: ["1 source", "1 source"],
  sources: ["{0} independent sources", "{0} sources indépendantes"],
  confidence: ["confidence {0}%", "confiance {0} %"],
  why: ["Why {0}%", "Pourquoi {0} %"],
  proof: ["The sentences that say so", "Les phrases qui le disent"],
  later: ["{0} more came out after {1}", "{0} de plus ont paru après le {1}"],
  unknown: ["No article had said so by {0}.", "Aucun article ne le disait encore le {0}."],
  conflicts: ["Contradictions", "Contradictions"],
  outcomes: ["What became of it", "Ce qui s'ensuivit"],
});

export function StatementCard({ data, statement }: { data: Data; statement: Statement }) {
  const language = state.value.language;
  const { modality, status, sources, confidence, conflicts, outcomes } = statement;
  const claims = claimsOf(statement);
  const known = state.value.knownOn ? dayName(day(state.value.knownOn), language) : "";
  return (
    <>
      <header>
        <p class="panel-kind">{words("statement")}</p>
        <h2 tabIndex={-1}><Sentence statement={statement} /></h2>
        <p class="panel-facts">
          <Certainty modality={modality} />
          <StatusWord status={status} />
          <span>{words("confidence", confidence)}</span>
          <span>{sources === 1 ? words("source") : words("sources", sources)}</span>
        </p>
        {modality === "denied" ? <p class="panel-denied">{words("denied")}</p> : status === "refuted" && <p class="panel-denied">{words("refuted")}</p>}
        <Qualifiers data={data} statement={statement} />
        {statement.relation.id === "movedTo" && statement.origins.map((from) => <FlowLink key={from.id} from={from} to={statement.object} />)}
        <Cited statement={statement} />
      </header>
      <Hidden statements={[statement]} />
      <section>
        <h3>{words("proof")} <span class="panel-count">{claims.length}</span></h3>
        {claims.length === 0 && <p class="panel-note">{words("unknown", known)}</p>}
        <List of={claims} first={12} each={(claim) => <Evidence claim={claim} />} />
        {claims.length > 0 && claims.length < statement.claims.length && (
          <p class="panel-note">{words("later", statement.claims.length - claims.length, known)}</p>
        )}
        <Reasons statement={statement} />
      </section>
      {outcomes.length > 0 && (
        <section>
          <h3>{words("outcomes")}</h3>
          <List of={outcomes} each={(outcome) => <Row statement={outcome} about={null} />} />
        </section>
      )}
      {conflicts.length > 0 && (
        <section>
          <h3>{words("conflicts")} <span class="panel-count">{conflicts.length}</span></h3>
          <List of={conflicts} each={(conflict) => <ConflictLink conflict={conflict} />} />
        </section>
      )}
    </>
  );
}

/** When, and the details that the sentences give, each kind once. */
function Qualifiers({ data, statement }: { data: Data; statement: Statement }) {
  const language = state.value.language;
  const dates = [...new Set(statement.times.map((time) => span(time, statement.relation.lasts, language)).filter(Boolean))];
  const details = new Map<string, Set<string>>();
  for (const qualifier of statement.qualifiers) {
    const said = details.get(qualifier.name) ?? new Set();
    details.set(qualifier.name, said.add(worded(qualifier)));
  }
  if (!dates.length && !details.size) return null;
  return (
    <dl class="panel-identity">
      {dates.length > 0 && <div><dt>{words("when")}</dt><dd>{dates.join("; ")}</dd></div>}
      {[...details].map(([name, said]) => {
        const known = data.qualifiers.get(name);
        return <div key={name}><dt>{known ? label(known.labels) : name}</dt><dd>{[...said].join("; ")}</dd></div>;
      })}
    </dl>
  );
}

function Reasons({ statement }: { statement: Statement }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="panel-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("why", statement.confidence)}</summary>
      {open && <ReasonList statement={statement} />}
    </details>
  );
}

function ReasonList({ statement }: { statement: Statement }) {
  const texts = useTexts();
  return <ul lang="en">{texts?.reasons(statement).map((reason, n) => <li key={n}>{reason}</li>)}</ul>;
}
