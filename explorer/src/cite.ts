// A statement as text for a footnote: what is said, and every sentence that says so with its article and date.

import type { Article, Claim, Language, Statement, Texts, Time } from "./data";
import { claimsOf } from "./filter";
import { between, day, dayName, href } from "./text";
import { say } from "./words";

/** When an article came out, as a reader writes it: "1 Jul 2025", "July 2025", "2025", or "undated". */
export function published(article: Article, language: Language): string {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(article.published) ?? [];
  if (!year) return language === "fr" ? "sans date" : "undated";
  if (date) return dayName(day(`${year}-${month}-${date}`), language);
  const [first, next] = month
    ? [`${year}-${month}`, Number(month) < 12 ? `${year}-${String(Number(month) + 1).padStart(2, "0")}` : `${Number(year) + 1}-01`]
    : [`${year}-01`, `${Number(year) + 1}-01`];
  return between([day(`${first}-01`), day(`${next}-01`) - 1], language);
}

/** When something lasted or happened, as short as it can honestly be said; "" when no date is known. */
export function span({ start, end }: Time, lasts: boolean, language: Language): string {
  const french = language === "fr";
  if (!lasts) return between(start, language);
  if (end[1] !== null) {
    const ended = `${french ? "fin" : "ended"} ${between(end, language)}`;
    return start[0] === null && (start[1] === null || start[1] >= end[1]) ? ended : `${between(start, language)}, ${ended}`;
  }
  const still = end[0] === null ? "" : `${french ? "encore là le" : "still there on"} ${dayName(end[0], language)}`;
  return [start[0] === null && start[1] === end[0] ? "" : between(start, language), still].filter(Boolean).join(", ");
}

/** When a statement held; each of its times, when it has several. */
export const when = (statement: Statement, language: Language): string =>
  statement.times.map((time) => span(time, statement.relation.lasts, language)).filter(Boolean).join("; ");

/** One sentence in quotes, then its article: title, publisher, date, address. */
export function citeClaim(claim: Claim, texts: Texts, language: Language): string {
  const quote = texts.quote(claim).replace(/\s+/g, " ").trim();
  const said = language === "fr" ? `« ${quote} »` : `“${quote}”`;
  const article = claim.article;
  if (!article) return said;
  return `${said} ${[article.name, article.publisher, published(article, language), href(article.url)].filter(Boolean).join(", ")}`;
}

/** The statement on one line, then each of its sentences once, in the order of the data. */
export function cite(statement: Statement, texts: Texts, language: Language): string {
  const { subject, relation, object, origins } = statement;
  const from = origins.length ? ` (${language === "fr" ? "depuis" : "from"} ${origins.map(({ label }) => label).join(", ")})` : "";
  const about = [when(statement, language), say(statement.modality), say(statement.status)].filter(Boolean).join(", ");
  const sentences = new Set(claimsOf(statement).map((claim) => citeClaim(claim, texts, language)));
  return [`${subject.label} – ${relation.labels[language]} – ${object.label}${from}: ${about}.`, ...sentences].join("\n");
}
