// The words of the timeline, English and French.

import { state } from "../state";
import { number } from "../text";
import { phrases } from "../words";

export const words = phrases({
  label: ["Timeline", "Chronologie"],
  moves: ["Moves", "Mouvements"],
  careers: ["Careers", "Parcours"],
  what: ["What to show", "Que montrer"],
  movesHint: [
    "{0} moves with a date, newest first; each stands at the last day on which it can have happened.",
    "{0} mouvements datés, du plus récent au plus ancien ; chacun se tient au dernier jour où il a pu avoir lieu.",
  ],
  careersHint: [
    "{0} people, those with the most stays first; each stay lies between the days that the articles leave open.",
    "{0} personnes, celles qui ont le plus d'étapes d'abord ; chaque étape tient entre les jours que les articles laissent ouverts.",
  ],
  approached: ["approached by {0}", "a été approché par {0}"],
  undated: ["No date said", "Sans date"],
  undatedHint: ["{0} moves of which no article says when.", "{0} mouvements dont aucun article ne dit la date."],
  denied: ["Said not to have happened", "Démentis"],
  deniedHint: ["{0} denied or refuted: no move.", "{0} démentis ou réfutés : ce ne sont pas des mouvements."],
  noDate: ["no date said", "sans date"],
  start: ["start: {0}", "début : {0}"],
  end: ["end: {0}", "fin : {0}"],
  still: ["still there on {0}", "encore là le {0}"],
  before: ["before {0}", "avant {0}"],
  earlier: ["Years before {0} are drawn closer together.", "Les années avant {0} sont resserrées."],
  trueOn: ["true on {0}", "vrai le {0}"],
  span: ["within this span", "dans cet intervalle"],
  by: ["by this day", "au plus tard ce jour"],
  doubt: ["not established", "non établi"],
  sure: ["surely there", "sûrement là"],
  perhaps: ["perhaps there", "peut-être là"],
  open: ["longer; how long is not said", "plus long ; de combien, nul ne le dit"],
  career: ["{0}: {1}", "{0} : {1}"],
});

export const amount = (count: number): string => number(count, state.value.language);
