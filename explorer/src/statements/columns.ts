// The columns of the table of statements: what each says, and what it is sorted by.

import type { Data, Language, Statement } from "../data";
import { worded } from "../panel/sentence";
import { label, phrases } from "../words";

export const heads = phrases({
  who: ["Who", "Qui"],
  what: ["Did what", "Quoi"],
  whom: ["To whom, where", "À qui, où"],
  from: ["From", "Depuis"],
  when: ["When", "Quand"],
  role: ["Role, detail", "Fonction, détail"],
  certainty: ["Certainty", "Certitude"],
  status: ["Status", "Statut"],
  confidence: ["Confidence", "Confiance"],
  sources: ["Sources", "Sources"],
  articles: ["Articles", "Articles"],
});
const words = phrases({ named: ["{0}: {1}", "{0} : {1}"] });
export type Column = Parameters<typeof heads>[0];
export const COLUMNS: Column[] = ["who", "what", "whom", "from", "when", "role", "certainty", "status", "confidence", "sources", "articles"];
export const NUMBERS: ReadonlySet<Column> = new Set(["confidence", "sources", "articles"]);

/** Roles as they stand, other details with their name: "chief scientist; amount: $100 million"; not what other cells say. */
export const details = (statement: Statement, data: Data): string =>
  statement.qualifiers
    .filter(({ name, text }) => !["date", "start", "end", "status"].includes(name) && text !== statement.object.label)
    .map((said) => (said.name === "role" || !data.qualifiers.has(said.name) ? said.text : words("named", label(data.qualifiers.get(said.name)!.labels), worded(said))))
    .join("; ");

export const articles = (statement: Statement): number => new Set(statement.claims.map(({ article }) => article)).size;

/** What a column is sorted by; "" and null come last, whatever the direction. */
function key(column: Column, data: Data): (statement: Statement) => string | number | null {
  const days = (statement: Statement) => statement.times.flatMap(({ start, end }) => [...start, ...end]).find((day) => day !== null) ?? null;
  const modalities = new Map(data.modalities.map((modality, place) => [modality, place]));
  const statuses = new Map(data.statuses.map((status, place) => [status, place]));
  const keys: Record<Column, (statement: Statement) => string | number | null> = {
    who: ({ subject }) => subject.label,
    what: ({ relation }) => label(relation.labels),
    whom: ({ object }) => object.label,
    from: ({ origins }) => origins.map((origin) => origin.label).join(", "),
    when: days,
    role: (statement) => details(statement, data),
    certainty: ({ modality }) => modalities.get(modality)!,
    status: ({ status }) => statuses.get(status)!,
    confidence: ({ confidence }) => confidence,
    sources: ({ sources }) => sources,
    articles,
  };
  return keys[column];
}

const orders = new Map<string, Statement[]>();

/** All statements in the order of a column: sorted once for each column, language and direction. */
export function order(data: Data, column: Column, down: boolean, language: Language): Statement[] {
  const name = `${column} ${down} ${language}`;
  let found = orders.get(name);
  if (!found) {
    const keys = data.statements.map(key(column, data));
    // Words are compared once each, then their ranks: 100,000 statements have far fewer names.
    const distinct = [...new Set(keys.filter((value): value is string => typeof value === "string"))];
    const rank = new Map(distinct.sort(new Intl.Collator(language, { numeric: true }).compare).map((word, place) => [word, place]));
    const places = keys.map((value) => (value === "" || value === null ? null : typeof value === "string" ? rank.get(value)! : value));
    found = [...data.statements].sort((a, b) => {
      const [one, other] = [places[a.index]!, places[b.index]!];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || a.index - b.index;
      return (down ? other - one : one - other) || a.index - b.index;
    });
    orders.set(name, found);
  }
  return found;
}
