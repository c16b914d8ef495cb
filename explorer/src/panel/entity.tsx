// The card of a person, an organisation or a work: who or what it is, its career, its statements.

import { useState } from "preact/hooks";
import type { Data, Entity, Statement } from "../data";
import { selected } from "../filter";
import { go } from "../state";
import { fold, href } from "../text";
import { label, phrases } from "../words";
import { Career } from "./career";
import { Hidden, Only } from "./filtered";
import { groups } from "./groups";
import { Name } from "./link";
import { List } from "./list";
import { Row } from "./row";
import { lastKnown, staysOf } from "./whereabouts";

const words = phrases({
  also: ["also", "aussi"],
  part: ["part of", "fait partie de"],
  statement: ["1 statement", "1 énoncé"],
  statements: ["{0} statements", "{0} énoncés"],
  article: ["1 article", "1 article"],
  articles: ["{0} articles", "{0} articles"],
  around: ["Surroundings", "Voisinage"],
  only: ["Only this organisation", "Seulement cette organisation"],
  all: ["All organisations", "Toutes les organisations"],
  hidden: ["{0} more that the filters hide", "{0} de plus, que les filtres cachent"],
  hide: ["Only what the filters show", "Seulement ce que montrent les filtres"],
});

export function EntityCard({ data, entity }: { data: Data; entity: Entity }) {
  const [all, setAll] = useState(false);
  const passing = entity.statements.filter(selected.value.has);
  const hidden = entity.statements.length - passing.length;
  return (
    <>
      <header>
        <p class="panel-kind" data-kind={entity.kind}>{label(entity.type.labels)}</p>
        <h2 tabIndex={-1}>{entity.label}</h2>
        <Identity entity={entity} />
        <p class="panel-facts"><Counts statements={entity.statements} /></p>
        <p class="panel-buttons">
          <button type="button" class="panel-button" onClick={() => go({ view: "graph", scope: "around", around: entity.id })}>{words("around")}</button>
          {entity.kind === "organization" && <Only facet="organizations" id={entity.id} on={words("only")} off={words("all")} />}
        </p>
      </header>
      <Hidden statements={entity.statements} />
      {entity.kind === "person" && <Career stays={staysOf(data, entity)} />}
      <Groups data={data} entity={entity} statements={all ? entity.statements : passing} />
      {hidden > 0 && (
        <button type="button" class="panel-more" onClick={() => setAll(!all)}>{all ? words("hide") : words("hidden", hidden)}</button>
      )}
    </>
  );
}

function Identity({ entity }: { entity: Entity }) {
  const { parent, wikidata } = entity;
  const aliases = distinct(entity);
  if (!aliases.length && !parent && !wikidata.length) return null;
  return (
    <dl class="panel-identity">
      {aliases.length > 0 && <div><dt>{words("also")}</dt><dd>{aliases.join(" · ")}</dd></div>}
      {parent && <div><dt>{words("part")}</dt><dd><Name entity={parent} /></dd></div>}
      {wikidata.length > 0 && (
        <div>
          <dt>Wikidata</dt>
          <dd>
            {wikidata.map((item) => (
              <a key={item} href={href(`https://www.wikidata.org/wiki/${item}`)} target="_blank" rel="noopener noreferrer">{item}</a>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The aliases that differ by more than case, accents and points from the label and from each other. */
function distinct({ label, aliases }: Entity): string[] {
  const bare = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, "");
  const found = new Map(aliases.map((alias) => [bare(alias), alias]));
  found.delete(bare(label));
  return [...found.values()];
}

function Counts({ statements }: { statements: readonly Statement[] }) {
  const articles = new Set(statements.flatMap(({ claims }) => claims.map(({ article }) => article))).size;
  return (
    <>
      <span>{statements.length === 1 ? words("statement") : words("statements", statements.length)}</span>
      <span>{articles === 1 ? words("article") : words("articles", articles)}</span>
    </>
  );
}

const Groups = ({ data, entity, statements }: { data: Data; entity: Entity; statements: readonly Statement[] }) => (
  <>
    {groups(entity, statements).map(({ key, name, statements }) => (
      <section key={key}>
        <h3>{name} <span class="panel-count">{statements.length}</span></h3>
        <List
          of={statements}
          name={name}
          each={(statement) => (
            <Row statement={statement} about={entity} note={key === "coCreated.object" ? lastKnown(data, statement.subject) : undefined} />
          )}
        />
      </section>
    ))}
  </>
);
