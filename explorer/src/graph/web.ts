// Spots and links made from statements, step by step: all that joins two ends the same way is one link.

import type { Entity, Statement } from "../data";
import { LINES, rank, spot, steps, type Link, type Spot } from "./scene";

export class Web {
  readonly spots = new Map<Entity, Spot>();
  readonly links: Link[] = [];
  /** The links of each statement, and whether it puts an arrow on them. */
  private readonly parts = new Map<Statement, { link: Link; arrow: boolean }[]>();
  private readonly byEnds = new Map<string, Link>();

  constructor(statements: readonly Statement[], size: number) {
    // Moves first: what else is said of the same two ends goes along with them.
    for (const move of [true, false])
      for (const statement of statements) {
        if (statement.relation.move !== move) continue;
        const parts = steps(statement).flatMap(({ from, to, arrow }) => {
          if (from === to) return [];
          const link = this.link(from, to, arrow);
          link.statements.push(statement);
          return [{ link, arrow }];
        });
        this.parts.set(statement, parts);
      }
    const joined = new Map<Spot, number>();
    for (const { from, to } of this.links) for (const end of [from, to]) joined.set(end, (joined.get(end) ?? 0) + 1);
    const most = Math.max(16, ...[...this.spots.values()].map((one) => (one.kind === "organization" ? (joined.get(one) ?? 0) : 0)));
    for (const [one, count] of joined) one.size = one.kind === "organization" ? 1.6 * size + (18 - 1.6 * size) * Math.sqrt(count / most) : size * (one.kind === "work" ? 1.2 : 1);
    this.pass(statements);
  }

  private link(from: Entity, to: Entity, arrow: boolean): Link {
    const [there, back] = [`${from.id}>${to.id}`, `${to.id}>${from.id}`];
    const found = this.byEnds.get(there) ?? (arrow ? undefined : this.byEnds.get(back));
    if (found) return found;
    const link: Link = {
      id: there,
      from: this.spot(from),
      to: this.spot(to),
      line: "asserted",
      width: arrow ? 1.6 : 1,
      count: 1,
      weight: 0.7,
      label: "",
      arrow: false,
      curve: 0.12,
      opens: "",
      statements: [],
      hidden: true,
    };
    this.links.push(link);
    this.byEnds.set(there, link);
    return link;
  }

  private spot(entity: Entity): Spot {
    let found = this.spots.get(entity);
    if (!found) this.spots.set(entity, (found = spot(entity, 1)));
    return found;
  }

  /** Show what some of the statements say, hide the rest. */
  pass(statements: readonly Statement[]): void {
    for (const link of this.links) {
      link.hidden = true;
      link.arrow = false;
      link.line = "disputed";
    }
    for (const one of this.spots.values()) one.hidden = true;
    for (const statement of statements)
      for (const { link, arrow } of this.parts.get(statement) ?? []) {
        const line = LINES[rank(statement)] ?? "disputed";
        if (link.hidden || LINES.indexOf(line) < LINES.indexOf(link.line)) link.line = line;
        if (link.hidden || (arrow && !link.arrow)) link.opens = `statement:${statement.key}`;
        link.hidden = link.from.hidden = link.to.hidden = false;
        if (arrow) link.arrow = true;
      }
  }
}
