// What stands in the head: how much passes the filters, the language, the theme.

import { computed } from "@preact/signals";
import type { Language } from "../data";
import { isDrawn, selected } from "../filter";
import { theme, THEMES, type Theme } from "../screen";
import { go, state } from "../state";
import { number } from "../text";
import { phrases } from "../words";

const words = phrases({
  people: ["{0} people", "{0} personnes"],
  person: ["1 person", "1 personne"],
  organizations: ["{0} organisations", "{0} organisations"],
  organization: ["1 organisation", "1 organisation"],
  moves: ["{0} moves", "{0} mouvements"],
  move: ["1 move", "1 mouvement"],
  articles: ["{0} articles", "{0} articles"],
  article: ["1 article", "1 article"],
  language: ["Language", "Langue"],
  theme: ["Colours: {0}", "Couleurs : {0}"],
  auto: ["as the system has them", "celles du système"],
  light: ["light", "claires"],
  dark: ["dark", "sombres"],
});

const counts = computed(() => {
  const [entities, articles] = [new Set<object>(), new Set<object>()];
  let [people, organizations, moves] = [0, 0, 0];
  for (const statement of selected.value.statements) {
    if (statement.relation.id === "movedTo" && isDrawn(statement)) moves++;
    for (const entity of [statement.subject, statement.object, ...statement.origins]) {
      if (entities.has(entity)) continue;
      entities.add(entity);
      if (entity.kind === "person") people++;
      else if (entity.kind === "organization") organizations++;
    }
    for (const { article } of statement.claims) if (article) articles.add(article);
  }
  return { people, organizations, moves, articles: articles.size };
});

export function Counts() {
  const { people, organizations, moves, articles } = counts.value;
  const say = (count: number, one: Parameters<typeof words>[0], many: typeof one) => (count === 1 ? words(one) : words(many, number(count, state.value.language)));
  const parts = [say(people, "person", "people"), say(organizations, "organization", "organizations"), say(moves, "move", "moves"), say(articles, "article", "articles")];
  return (
    <p class="head-counts" role="status">
      {parts.join(" · ")}
    </p>
  );
}

const LANGUAGES: [Language, string][] = [
  ["en", "English"],
  ["fr", "Français"],
];

export function Languages() {
  return (
    <div class="languages" role="group" aria-label={words("language")}>
      {LANGUAGES.map(([language, name]) => (
        <button type="button" key={language} lang={language} title={name} aria-pressed={state.value.language === language} onClick={() => go({ language })}>
          <span aria-hidden="true">{language.toUpperCase()}</span>
          <span class="sr-only">{name}</span>
        </button>
      ))}
    </div>
  );
}

const PICTURES: Record<Theme, string> = {
  auto: "M8 2a6 6 0 0 1 0 12z",
  light: "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6z",
  dark: "M11.5 12.5A6 6 0 0 1 9 2.2 6 6 0 1 0 13.8 9.5 6 6 0 0 1 11.5 12.5z",
};

/** One button that goes round: as the system has it, light, dark. */
export function Themes() {
  const name = words("theme", words(theme.value));
  return (
    <button type="button" class="icon quiet" title={name} aria-label={name} onClick={() => (theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length]!)}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {theme.value !== "dark" && <circle cx="8" cy="8" r={theme.value === "auto" ? 6 : 3} fill="none" stroke="currentColor" stroke-width="1.4" />}
        {theme.value === "light" && <path d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M13.1 2.9l-1.4 1.4M4.3 11.7l-1.4 1.4" stroke="currentColor" stroke-width="1.4" />}
        <path d={PICTURES[theme.value]} fill="currentColor" />
      </svg>
    </button>
  );
}
