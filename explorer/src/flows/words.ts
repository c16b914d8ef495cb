// The words of the flows, English and French.

import { state } from "../state";
import { number } from "../text";
import { phrases } from "../words";
import type { Band, End } from "./tally";

export const words = phrases({
  label: ["Flows", "Flux"],
  title: ["Who went from where to where", "D'où ils partent, où ils vont"],
  lead: [
    "{0} moved between {1}; the greatest gain is {2}'s ({3}), the greatest loss {4}'s ({5}).",
    "{0} ont changé d'organisation, entre {1} ; le plus grand gain est celui de {2} ({3}), la plus grande perte celle de {4} ({5}).",
  ],
  leadShort: ["{0} moved between {1}.", "{0} ont changé d'organisation, entre {1}."],
  person: ["{0} person", "{0} personne"],
  people: ["{0} people", "{0} personnes"],
  organizations: ["{0} organisations", "{0} organisations"],
  from: ["From", "De"],
  to: ["To", "Vers"],
  flow: ["{0} to {1}: {2}", "{0} vers {1} : {2}"],
  unsure: ["{0} of them not established", "{0} à confirmer"],
  others: ["{0} others", "{0} autres"],
  unsaidFrom: ["origin not said", "origine non dite"],
  unsaidTo: ["destination not said", "destination non dite"],
  withUnsaid: ["Count moves whose other end is not said ({0})", "Compter les mouvements dont l'autre bout n'est pas dit ({0})"],
  left: ["left", "départs"],
  arrived: ["arrived", "arrivées"],
  wentOne: ["{0} left", "{0} départ"],
  went: ["{0} left", "{0} départs"],
  cameOne: ["{0} arrived", "{0} arrivée"],
  came: ["{0} arrived", "{0} arrivées"],
  net: ["net", "solde"],
  fact: ["stated as fact", "affirmé"],
  doubt: ["reported, rumoured, planned or disputed", "rapporté, rumeur, projeté ou contesté"],
  hidden: ["Not drawn: {0} among the {1} others.", "Non dessinés : {0} entre les {1} autres."],
  moreOrganizations: ["Show {0} more organisations", "Afficher {0} organisations de plus"],
  fewer: ["Show fewer", "En afficher moins"],
  matrix: ["The same as a table", "Les mêmes en tableau"],
  matrixHint: [
    "Rows: where from. Columns: where to. 2? = not established. Press a heading to sort by it.",
    "Lignes : d'où. Colonnes : vers où. 2? = non établi. Un titre trie par sa colonne.",
  ],
  organization: ["Organisation", "Organisation"],
  moreMatrix: ["Show {0} more rows and columns", "Afficher {0} lignes et colonnes de plus"],
  balance: ["Gains and losses", "Gains et pertes"],
  balanceHint: ["Arrivals less departures, in people.", "Arrivées moins départs, en personnes."],
});

export const people = (count: number): string => words(count === 1 ? "person" : "people", amount(count));

export const amount = (count: number): string => number(count, state.value.language);

/** A difference with its sign: "+3", "−2", "0". */
export const signed = (count: number): string => (count > 0 ? `+${amount(count)}` : count < 0 ? `−${amount(-count)}` : "0");

/** What an end of a band is called; `others` is how many organisations are drawn as one. */
export function nameOf(end: End, side: "from" | "to", others: number): string {
  if (end.entity) return end.entity.label;
  if (end.id === "*") return words("others", amount(others));
  return words(side === "from" ? "unsaidFrom" : "unsaidTo");
}

/** "OpenAI to Meta: 4 people", and how many of them are no fact. */
export function told(band: Band, others = 0): string {
  const told = words("flow", nameOf(band.from, "from", others), nameOf(band.to, "to", others), people(band.people.size));
  const unsure = band.people.size - band.sure.size;
  return unsure ? `${told}, ${words("unsure", amount(unsure))}` : told;
}
