// A flow from one organisation to another: who moved, when, and the first sentence that says so.

import type { Claim, Entity, Statement } from "../data";
import { claimsOf, isDrawn, selected } from "../filter";
import { phrases } from "../words";
import { Quote } from "./evidence";
import { Hidden } from "./filtered";
import { Name, Open } from "./link";
import { List } from "./list";
import { Row } from "./row";
import { useTexts } from "./sentences";

const words = phrases({
  flow: ["Flow", "Flux"],
  to: ["to", "vers"],
  one: ["1 move", "1 mouvement"],
  many: ["{0} moves", "{0} mouvements"],
  all: ["All {0} moves from {1} to {2}", "Les {0} mouvements de {1} vers {2}"],
  back: ["{0} the other way", "{0} en sens inverse"],
  people: ["Who moved", "Qui est passé de l'une à l'autre"],
  denied: ["Denied or refuted: not moves", "Démenti ou réfuté : pas des mouvements"],
  figures: ["The sources' own figures", "Les chiffres des sources"],
  hidden: ["{0} more that the filters hide", "{0} de plus, que les filtres cachent"],
});

const moves = (from: Entity, to: Entity): Statement[] =>
  from.statements.filter(({ relation, object, origins }) => relation.id === "movedTo" && object === to && origins.includes(from));

/** A way to the other moves between the same two. */
export function FlowLink({ from, to }: { from: Entity; to: Entity }) {
  const count = moves(from, to).filter(isDrawn).length;
  return count > 1 ? <p class="panel-facts"><Open to={`flow:${from.id}>${to.id}`}>{words("all", count, from.label, to.label)}</Open></p> : null;
}

/** Figures that the sources give of the two: hires of one for each departure to the other. */
const figures = (one: Entity, other: Entity): Statement[] =>
  one.statements.filter(
    ({ relation, subject, origins, qualifiers }) =>
      relation.id === "hasFigure" &&
      [subject, ...origins].includes(one) &&
      (subject === other || origins.includes(other) || qualifiers.some(({ name, text }) => name === "concerning" && text === other.label)),
  );

export function FlowCard({ from, to }: { from: Entity; to: Entity }) {
  const all = moves(from, to);
  const drawn = all.filter(isDrawn);
  const shown = drawn.filter(selected.value.has);
  const refused = all.filter((statement) => !isDrawn(statement));
  const back = moves(to, from).filter((statement) => isDrawn(statement) && selected.value.has(statement)).length;
  const said = figures(from, to);
  return (
    <>
      <header>
        <p class="panel-kind">{words("flow")}</p>
        <h2 tabIndex={-1}>
          <Name entity={from} /> <span aria-label={words("to")} role="img">→</span> <Name entity={to} />
        </h2>
        <p class="panel-facts">
          <span>{shown.length === 1 ? words("one") : words("many", shown.length)}</span>
          {back > 0 ? <Open to={`flow:${to.id}>${from.id}`}>{words("back", back)}</Open> : <span>{words("back", 0)}</span>}
        </p>
      </header>
      <Hidden statements={drawn} />
      <section>
        <h3>{words("people")}</h3>
        <List of={shown.length ? shown : drawn} first={20} each={(statement) => <Proved statement={statement} ends={[from, to]} />} />
        {shown.length > 0 && shown.length < drawn.length && <p class="panel-note">{words("hidden", drawn.length - shown.length)}</p>}
      </section>
      {refused.length > 0 && (
        <section>
          <h3>{words("denied")}</h3>
          <List of={refused} each={(statement) => <Row statement={statement} about={null} />} />
        </section>
      )}
      {said.length > 0 && (
        <section>
          <h3>{words("figures")}</h3>
          <List of={said} each={(statement) => <Proved statement={statement} ends={[from, to]} />} />
        </section>
      )}
    </>
  );
}

/** A statement with a sentence that proves it: the first that names both organisations, or else the first. */
function Proved({ statement, ends }: { statement: Statement; ends: Entity[] }) {
  const texts = useTexts();
  const claims = claimsOf(statement);
  const names = (claim: Claim) => ends.every(({ label }) => texts?.quote(claim).includes(label));
  const claim = claims.find(names) ?? claims[0];
  return (
    <>
      <Row statement={statement} about={null} name={statement.relation.move ? statement.subject.label : undefined} />
      {claim && <div class="panel-evidence"><Quote claim={claim} /></div>}
    </>
  );
}
