// The surroundings of one entity: all that it is joined to, and where its people came from and went.

import type { Data, Entity, Statement } from "../data";
import { isDrawn, selected } from "../filter";
import { label } from "../words";
import { layOut, type Box } from "./layout";
import type { Scene } from "./scene";
import { traffic } from "./traffic";
import { Web } from "./web";
import { words } from "./words";

const MOST_PEOPLE = 60;
const FEW = 16;

/** The entity that is asked for; else the one with the most coming and going. */
export function centre(data: Data, id: string): Entity | null {
  const asked = data.entity.get(id);
  if (asked) return asked;
  let best: Entity | null = null;
  let most = -1;
  for (const [entity, { came, went }] of traffic()) if (came.size + went.size > most) [best, most] = [entity, came.size + went.size];
  return best ?? data.entities.find(({ statements }) => statements.some(isDrawn)) ?? null;
}

export function aroundScene(entity: Entity, page: Box): Scene {
  const passes = (statement: Statement): boolean => isDrawn(statement) && selected.value.has(statement);
  const own = entity.statements.filter(passes);
  const found = new Set<Statement>();
  const met = new Set<Entity>();
  // Those who moved first: they are the story.
  for (const statement of [...own].sort((a, b) => Number(b.relation.move) - Number(a.relation.move))) {
    const person = statement.subject.kind === "person" && statement.subject !== entity ? statement.subject : null;
    if (person && !met.has(person) && met.size >= MOST_PEOPLE) continue;
    found.add(statement);
    if (!person || met.has(person)) continue;
    met.add(person);
    for (const other of person.statements) if (other.relation.move && passes(other)) found.add(other);
  }
  const web = new Web([...found], found.size > 60 ? 3.5 : 5);
  const spots = [...web.spots.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  const middle = web.spots.get(entity);
  if (middle) middle.size = Math.max(16, middle.size);
  if (web.links.length <= FEW)
    for (const link of web.links) {
      const [said] = link.statements;
      // The first half of a move leads from the origin to the person.
      if (said) link.label = said.object === link.to.entity || said.object === link.from.entity ? label(said.relation.labels) : words("cameFrom");
    }
  const box = layOut(spots, web.links, page, 250);
  const everyone = new Set(own.map(({ subject }) => subject).filter(({ kind }) => kind === "person"));
  const notes = everyone.size > met.size && entity.kind !== "person" ? [words("someOf", met.size, everyone.size)] : [];
  return { scope: "around", spots, links: web.links, ...box, cut: false, settled: true, notes };
}
