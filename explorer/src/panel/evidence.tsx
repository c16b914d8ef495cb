// The sentence that proves a claim, its words marked, and where it stands.

import type { ComponentChildren } from "preact";
import { Certainty } from "../certainty";
import { published } from "../cite";
import type { Article, Claim } from "../data";
import { href, hrefAt } from "../text";
import { state } from "../state";
import { phrases } from "../words";
import { Open } from "./link";
import { useTexts } from "./sentences";

const words = phrases({
  subject: ["who", "qui"],
  object: ["what", "quoi"],
  detail: ["detail", "détail"],
  by: ["according to “{0}”", "selon « {0} »"],
  sure: ["{0}%", "{0} %"],
  rule: ["rule {0}", "règle {0}"],
  read: ["Read it in the article", "Lire dans l'article"],
  source: ["Open the source", "Ouvrir la source"],
  loading: ["The sentence is being read…", "La phrase est en cours de lecture…"],
});

/** The rule of a fact that someone noted without quoting its source: no page holds these words. */
const NOTED = "table.row";

export function Quote({ claim }: { claim: Claim }) {
  const texts = useTexts();
  if (!texts) return <p class="panel-skeleton"><span class="sr-only">{words("loading")}</span></p>;
  const quote = texts.quote(claim);
  const pieces: ComponentChildren[] = [];
  let done = 0;
  for (const { start, end, part } of texts.marks(claim)) {
    pieces.push(quote.slice(done, start), <mark data-part={part} title={words(part)}>{quote.slice(start, end)}</mark>);
    done = end;
  }
  return <blockquote lang={claim.article?.language || undefined}>{pieces}{quote.slice(done)}</blockquote>;
}

/** Title, publisher and date of an article; the title leads to it. */
export const Source = ({ article }: { article: Article }) => (
  <p class="panel-source">
    <Open to={`article:${article.id}`}>{article.name}</Open>
    <span>{[article.publisher, published(article, state.value.language)].filter(Boolean).join(" · ")}</span>
  </p>
);

/** One sentence with all that is known of it; inside an article's own card the article need not be named again. */
export function Evidence({ claim, source = true }: { claim: Claim; source?: boolean }) {
  const texts = useTexts();
  const { article } = claim;
  const noted = texts?.rule(claim) === NOTED;
  const address = texts && article?.url;
  const link = address ? (noted ? href(address) : hrefAt(address, texts.quote(claim))) : undefined;
  const by = texts?.by(claim);
  return (
    <figure class="panel-evidence">
      <Quote claim={claim} />
      <figcaption>
        {source && article && <Source article={article} />}
        <p class="panel-facts">
          <Certainty modality={claim.modality} />
          {texts && <span>{words("sure", texts.confidence(claim))}</span>}
          {by && <span>{words("by", by)}</span>}
          {texts && <span class="panel-rule">{words("rule", texts.rule(claim))}</span>}
        </p>
        {link && <a href={link} target="_blank" rel="noopener noreferrer">{words(noted ? "source" : "read")}</a>}
      </figcaption>
    </figure>
  );
}
