// A statement on a line, as seen from one of its ends: the other end, when, how sure.

import { Certainty, StatusWord } from "../certainty";
import { when } from "../cite";
import type { Entity, Statement } from "../data";
import { show, state } from "../state";
import { phrases } from "../words";
import { measure, sentence, worded } from "./sentence";

const words = phrases({
  from: ["{0}, from {1}", "{0}, depuis {1}"],
  to: ["{0}, to {1}", "{0}, vers {1}"],
  sources: ["{0} sources", "{0} sources"],
});

const SHOWN = ["role", "unit", "contribution", "part", "amount", "duration"];

/** The words of a row: who or what stands at the other end. */
function other(statement: Statement, about: Entity | null): string {
  const { subject, object, origins } = statement;
  const from = origins.map(({ label }) => label).join(", ");
  if (about && origins.includes(about) && statement.relation.move) return words("to", subject.label, object.label);
  if (about !== subject && about !== object) return sentence(statement);
  if (about === subject) {
    const name = object.label + measure(statement);
    return from && statement.relation.move ? `${from} → ${name}` : from ? words("from", name, from) : name;
  }
  return from ? words("from", subject.label, from) : subject.label;
}

export function Row({ statement, about, name, note }: { statement: Statement; about: Entity | null; name?: string; note?: string }) {
  const { modality, status, sources, qualifiers } = statement;
  const details = [...new Set(qualifiers.filter(({ name }) => SHOWN.includes(name)).map(worded))].slice(0, 3);
  const said = [...details, when(statement, state.value.language), note].filter(Boolean).join(" · ");
  const sure = modality === "asserted" && status === "accepted";
  return (
    <button type="button" class="panel-row" onClick={() => show(`statement:${statement.key}`)}>
      <span class="panel-row-name">{name ?? (modality === "denied" ? sentence(statement) : other(statement, about))}</span>
      {said && <span class="panel-row-said">{said}</span>}
      <span class="panel-row-facts">
        {modality !== "asserted" ? <Certainty modality={modality} status={status} /> : !sure && <StatusWord status={status} />}
        {sources > 1 && <span>{words("sources", sources)}</span>}
      </span>
    </button>
  );
}
