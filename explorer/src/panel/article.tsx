// An article: where it stands, and all that it says, with its sentences.

import { published } from "../cite";
import type { Article, Claim, Data, Statement } from "../data";
import { selected } from "../filter";
import { state } from "../state";
import { href } from "../text";
import { phrases } from "../words";
import { Evidence } from "./evidence";
import { Hidden, Only } from "./filtered";
import { List } from "./list";
import { Row } from "./row";

const words = phrases({
  article: ["Article", "Article"],
  read: ["Read the article", "Lire l'article"],
  only: ["Only this article", "Seulement cet article"],
  all: ["All articles", "Tous les articles"],
  says: ["What it says", "Ce qu'il dit"],
  hidden: ["{0} more that the filters hide", "{0} de plus, que les filtres cachent"],
});

export function ArticleCard({ data, article }: { data: Data; article: Article }) {
  const said = new Map<Statement, Claim[]>();
  for (const claim of data.claims) {
    if (claim.article !== article) continue;
    const others = said.get(claim.statement);
    if (others) others.push(claim);
    else said.set(claim.statement, [claim]);
  }
  const all = [...said];
  const passing = all.filter(([statement]) => selected.value.has(statement));
  const link = href(article.url);
  return (
    <>
      <header>
        <p class="panel-kind">{words("article")}</p>
        <h2 tabIndex={-1} lang={article.language || undefined}>{article.name}</h2>
        <p class="panel-facts">
          {article.publisher && <span>{article.publisher}</span>}
          <span>{published(article, state.value.language)}</span>
        </p>
        <p class="panel-buttons">
          {link && <a class="panel-button" href={link} target="_blank" rel="noopener noreferrer">{words("read")}</a>}
          <Only facet="articles" id={article.id} on={words("only")} off={words("all")} />
        </p>
      </header>
      <Hidden statements={all.map(([statement]) => statement)} />
      <section>
        <h3>{words("says")} <span class="panel-count">{all.length}</span></h3>
        <List of={passing.length ? passing : all} first={20} each={([statement, claims]) => <Said statement={statement} claims={claims} />} />
        {passing.length > 0 && passing.length < all.length && <p class="panel-note">{words("hidden", all.length - passing.length)}</p>}
      </section>
    </>
  );
}

const Said = ({ statement, claims }: { statement: Statement; claims: Claim[] }) => (
  <>
    <Row statement={statement} about={null} />
    {claims.map((claim) => <Evidence key={claim.index} claim={claim} source={false} />)}
  </>
);
