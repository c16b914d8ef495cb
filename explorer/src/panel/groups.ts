// The statements of an entity, in groups under headings: its arrivals, its departures, who made it.

import type { Entity, Statement } from "../data";
import { label, phrases } from "../words";

const heading = phrases({
  "movedTo.subject": ["Moves", "Mouvements"],
  "movedTo.object": ["Arrivals", "Arrivées"],
  "movedTo.origin": ["Departures", "Départs"],
  "left.subject": ["Departures", "Départs"],
  "founded.subject": ["Founded", "A fondé"],
  "founded.object": ["Founders", "Fondateurs"],
  "foundedOn.subject": ["Founded on", "Date de fondation"],
  "workedAt.subject": ["Posts", "Postes"],
  "workedAt.object": ["People known there", "Personnes connues sur place"],
  "coCreated.subject": ["Works", "Œuvres"],
  "coCreated.object": ["Makers, and where they are now", "Créateurs, et où ils sont aujourd'hui"],
  "developed.subject": ["Models and systems", "Modèles et systèmes"],
  "developed.object": ["Developed by", "Développé par"],
  "declined.subject": ["Offers declined", "Offres déclinées"],
  "declined.object": ["Declined its offer", "Ont décliné son offre"],
  "approached.subject": ["People approached", "Personnes approchées"],
  "approached.object": ["Approached by", "Approches"],
  "investedIn.subject": ["Investments", "Investissements"],
  "investedIn.object": ["Investors", "Investisseurs"],
  "acquired.subject": ["Acquisitions", "Rachats"],
  "acquired.object": ["Acquired by", "Racheté par"],
  "educatedAt.subject": ["Education", "Études"],
  "educatedAt.object": ["Students", "Étudiants"],
  "subsidiaryOf.subject": ["Part of", "Fait partie de"],
  "subsidiaryOf.object": ["Subsidiaries", "Filiales"],
  "hasFigure.subject": ["Figures from the sources", "Chiffres donnés par les sources"],
  "hasFigure.origin": ["Figures that concern it", "Chiffres qui la concernent"],
  denied: ["Denied", "Démenti"],
});

type Heading = Parameters<typeof heading>[0];

/** Groups with a name of their own, in the order of their importance; then those of other relations. */
const ORDER: Heading[] = [
  "movedTo.subject", "left.subject", "movedTo.object", "movedTo.origin", "founded.subject", "founded.object", "coCreated.subject",
  "coCreated.object", "developed.subject", "developed.object", "workedAt.subject", "workedAt.object", "declined.subject", "declined.object",
  "approached.subject", "approached.object", "acquired.subject", "acquired.object", "investedIn.subject", "investedIn.object",
  "subsidiaryOf.subject", "subsidiaryOf.object", "educatedAt.subject", "educatedAt.object", "foundedOn.subject", "hasFigure.subject", "hasFigure.origin",
];

export interface Group {
  key: string;
  name: string;
  statements: Statement[];
}

/** Statements as seen from one of their ends; the latest first. */
export function groups(entity: Entity, statements: readonly Statement[]): Group[] {
  const found = new Map<string, Group>();
  for (const statement of statements) {
    const key = group(entity, statement);
    const known = key === "denied" || ORDER.includes(key as Heading);
    let entry = found.get(key);
    if (!entry) found.set(key, (entry = { key, name: known ? heading(key as Heading) : label(statement.relation.labels), statements: [] }));
    entry.statements.push(statement);
  }
  const place = (key: string): number => (key === "denied" ? ORDER.length + 1 : ORDER.includes(key as Heading) ? ORDER.indexOf(key as Heading) : ORDER.length);
  for (const group of found.values()) group.statements = latestFirst(group.statements);
  return [...found.values()].sort((a, b) => place(a.key) - place(b.key));
}

function group(entity: Entity, statement: Statement): string {
  if (statement.modality === "denied") return "denied";
  const { id } = statement.relation;
  if (statement.subject === entity) return `${id}.subject`;
  if (statement.object === entity) return id === "left" ? "movedTo.origin" : `${id}.object`;
  return `${id}.origin`;
}

/** By the last day on which each can have begun; the undated come last. */
function latestFirst(statements: Statement[]): Statement[] {
  const last = ({ times }: Statement) => Math.max(-1e9, ...times.map(({ start }) => start[1] ?? start[0] ?? -1e9));
  return statements
    .map((statement) => ({ statement, day: last(statement) }))
    .sort((a, b) => b.day - a.day || a.statement.index - b.statement.index)
    .map(({ statement }) => statement);
}
