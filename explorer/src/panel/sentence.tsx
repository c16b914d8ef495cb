// A statement in words: "Shengjia Zhao moved to Meta, from OpenAI"; what is not a fact says so first.

import type { Qualifier, Statement } from "../data";
import { label, phrases } from "../words";
import { Name } from "./link";

const words = phrases({
  from: [", from {0}", ", depuis {0}"],
  of: [" ({0})", " ({0})"],
  rumoured: ["Rumoured: ", "Rumeur : "],
  planned: ["Planned: ", "Projeté : "],
  denied: ["Denied: ", "Démenti : "],
});

const choices = phrases({
  current: ["current", "en cours"],
  past: ["past", "passée"],
  creator: ["creator", "créateur"],
  lead: ["lead", "responsable"],
  contributor: ["contributor", "contributeur"],
  author: ["author", "auteur"],
  ratio: ["hires per departure", "embauches par départ"],
  count: ["count", "nombre"],
  rate: ["rate", "taux"],
  founders: ["number of founders", "nombre de fondateurs"],
  offer: ["offer", "offre"],
  spending: ["spending", "dépense"],
});
const CHOICES = new Set(["current", "past", "creator", "lead", "contributor", "author", "ratio", "count", "rate", "founders", "offer", "spending"]);

/** What a qualifier says, in the reader's language where the ontology has the choices. */
export const worded = ({ name, value, text }: Qualifier): string =>
  ["status", "contribution", "measure"].includes(name) && CHOICES.has(value) ? choices(value as Parameters<typeof choices>[0]) : text;

const caution = ({ modality }: Statement): string =>
  modality === "rumoured" || modality === "planned" || modality === "denied" ? words(modality) : "";

/** What a figure counts, in brackets. */
export const measure = ({ qualifiers }: Statement): string => {
  const found = qualifiers.find(({ name }) => name === "measure");
  return found ? words("of", worded(found)) : "";
};

/** The statement as one sentence of text. */
export function sentence(statement: Statement): string {
  const { subject, relation, object, origins } = statement;
  const from = origins.length ? words("from", origins.map((origin) => origin.label).join(", ")) : "";
  return `${caution(statement)}${subject.label} ${label(relation.labels)} ${object.label}${measure(statement)}${from}`;
}

/** The same, each name leading to its card. */
export function Sentence({ statement }: { statement: Statement }) {
  const { subject, relation, object, origins } = statement;
  const [before, after] = words("from", "\0").split("\0");
  return (
    <>
      {statement.modality === "denied" ? <span class="panel-denied">{caution(statement)}</span> : caution(statement)}
      <Name entity={subject} /> {label(relation.labels)} <Name entity={object} />
      {measure(statement)}
      {origins.length > 0 && before}
      {origins.map((origin, n) => <>{n > 0 && ", "}<Name entity={origin} /></>)}
      {origins.length > 0 && after}
    </>
  );
}
