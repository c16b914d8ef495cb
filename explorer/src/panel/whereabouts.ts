// The stays of people, and where each was last known to be.

import { span } from "../cite";
import type { Data, Entity, Tenure } from "../data";
import { claimsOf } from "../filter";
import { state } from "../state";
import { latest } from "../whereabouts";
import { phrases } from "../words";

const words = phrases({ known: ["last known at {0}", "dernier lieu connu : {0}"], when: ["last known at {0} ({1})", "dernier lieu connu : {0} ({1})"] });

const stays = new WeakMap<Data, Map<Entity, Tenure[]>>();

/** The stays of a person, as far as the articles tell that are out on the day asked for. */
export function staysOf(data: Data, person: Entity): Tenure[] {
  let byPerson = stays.get(data);
  if (!byPerson) {
    stays.set(data, (byPerson = new Map()));
    for (const tenure of data.tenures) {
      const others = byPerson.get(tenure.person);
      if (others) others.push(tenure);
      else byPerson.set(tenure.person, [tenure]);
    }
  }
  const all = byPerson.get(person) ?? [];
  return state.value.knownOn ? all.filter(({ statements }) => statements.some((statement) => claimsOf(statement).length > 0)) : all;
}

/** Where a person was last known to be, and when; "" if nothing tells. */
export function lastKnown(data: Data, person: Entity): string {
  const [stay] = latest(staysOf(data, person), null);
  if (!stay) return "";
  const when = span(stay, true, state.value.language);
  return when ? words("when", stay.organization.label, when) : words("known", stay.organization.label);
}
