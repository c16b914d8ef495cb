// Where a maker is, in words.

import { span } from "../cite";
import { state } from "../state";
import { phrases } from "../words";
import type { Maker } from "./made";

export const whereWords = phrases({
  there: ["at the developer", "chez le développeur"],
  elsewhere: ["elsewhere", "ailleurs"],
  somewhere: ["developer not said", "développeur non précisé"],
  unknown: ["not said", "non précisé"],
});

const words = phrases({ gone: ["no longer at {0}; where since is not said", "n'est plus chez {0} ; la suite n'est pas précisée"] });

/** The organisation, or what is known instead of it. */
export function stands({ stay, ended }: Maker): string {
  if (stay) return stay.organization.label;
  return ended ? words("gone", ended.organization.label) : whereWords("unknown");
}

/** When that stay began, and when it was last told of; of one that ended, when. */
export function since({ stay, ended }: Maker): string {
  const known = stay ?? ended;
  return known ? span(known, true, state.value.language) : "";
}

const NAMED = 8;

/** The makers by name, on a line. */
export const names = (makers: readonly Maker[]): string =>
  [...makers.slice(0, NAMED).map(({ person }) => person.label), ...(makers.length > NAMED ? [`+ ${makers.length - NAMED}`] : [])].join(", ");
