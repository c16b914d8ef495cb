// Each kind of filter with its choices; a choice says how many statements it would leave under all other filters.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { Certainty } from "../certainty";
import type { Data, Modality } from "../data";
import { occurring, selected, type Facet } from "../filter";
import { go, state, toggle } from "../state";
import { fold, number } from "../text";
import { phrases, say } from "../words";
import { choiceName } from "./chips";
import { Presets } from "./presets";

const words = phrases({
  modalities: ["Certainty", "Certitude"],
  relations: ["Relation", "Relation"],
  organizations: ["Organisation", "Organisation"],
  roles: ["Role", "Fonction"],
  statuses: ["Status", "Statut"],
  articles: ["Article", "Article"],
  sources: ["Independent sources", "Sources indépendantes"],
  find: ["Find in {0} choices", "Chercher parmi {0} choix"],
  any: ["any number", "quel qu’en soit le nombre"],
  atLeast: ["{0} or more", "{0} ou plus"],
  none: ["No such choice.", "Aucun choix de ce nom."],
  passing: ["{0} of {1} statements", "{0} énoncés sur {1}"],
  fewer: ["Show fewer", "En afficher moins"],
});

/** How many choices are shown at first (a few more if these are all), and at most: who looks for others types their name. */
const FIRST = 8;
const FEW = 12;
const MOST = 40;

/** Facets whose choices are few and known: all are shown, those that would leave nothing in grey. */
const CLOSED: readonly Facet[] = ["modalities", "relations", "statuses"];

/** Which facets are unfolded. */
const unfolded = signal<readonly string[]>(["modalities", "organizations", "relations"]);

export function Facets({ data }: { data: Data }) {
  const { language } = state.value;
  return (
    <>
      <Presets />
      <p class="facet-note">{words("passing", number(selected.value.statements.length, language), number(data.statements.length, language))}</p>
      {(["modalities", "organizations", "relations", "roles"] as const).map((facet) => (
        <List data={data} facet={facet} key={facet} />
      ))}
      <Sources />
      {(["statuses", "articles"] as const).map((facet) => (
        <List data={data} facet={facet} key={facet} />
      ))}
    </>
  );
}

/** A facet that folds; its choices are made only when they are seen. */
function Fold({ name, chosen, children }: { name: Facet | "sources"; chosen: number; children: () => ComponentChildren }) {
  const open = unfolded.value.includes(name);
  const follow = (event: Event) => {
    if ((event.currentTarget as HTMLDetailsElement).open !== open) unfolded.value = toggle(unfolded.value, name);
  };
  return (
    <details class="facet" open={open} onToggle={follow}>
      <summary>
        {words(name)}
        {chosen > 0 && <span class="filters-count">{chosen}</span>}
      </summary>
      {open && (
        <fieldset>
          <legend class="sr-only">{words(name)}</legend>
          {children()}
        </fieldset>
      )}
    </details>
  );
}

const typed = signal<Partial<Record<Facet, string>>>({});
const more = signal<readonly Facet[]>([]);

function List({ data, facet }: { data: Data; facet: Facet }) {
  if (!occurring(facet).length && !state.value[facet].length) return null;
  return (
    <Fold name={facet} chosen={state.value[facet].length}>
      {() => <Choices data={data} facet={facet} />}
    </Fold>
  );
}

function Choices({ data, facet }: { data: Data; facet: Facet }) {
  const chosen = state.value[facet];
  const counts = selected.value.counts[facet];
  const asked = fold(typed.value[facet] ?? "").trim();
  const all = ranked(facet, counts, chosen);
  const found = asked ? all.filter((value) => foldedName(data, facet, value).includes(asked)) : all;
  const most = CLOSED.includes(facet) || more.value.includes(facet) || asked ? MOST : found.length <= FEW ? FEW : FIRST;
  // What is chosen stays in sight, wherever its count puts it.
  const shown = [...found.slice(0, most), ...found.slice(most).filter((value) => chosen.includes(value))];
  const rest = Math.min(found.length, MOST) - most;
  return (
    <>
      {(all.length > FEW || asked) && !CLOSED.includes(facet) && (
        <input
          type="search"
          class="facet-find"
          aria-label={`${words(facet)}: ${words("find", all.length)}`}
          placeholder={words("find", number(all.length, state.value.language))}
          value={typed.value[facet] ?? ""}
          onInput={(event) => (typed.value = { ...typed.value, [facet]: event.currentTarget.value })}
        />
      )}
      {shown.map((value) => (
        <label class="choice" key={value} data-empty={counts.has(value) ? undefined : ""}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => go({ [facet]: toggle(chosen, value) })} />
          <Name data={data} facet={facet} value={value} />
          <Count value={counts.get(value) ?? 0} />
        </label>
      ))}
      {shown.length === 0 && <p class="facet-note">{words("none")}</p>}
      {rest > 0 && (
        <button type="button" class="link" onClick={() => (more.value = [...more.value, facet])}>
          {say("more", rest)}
        </button>
      )}
      {more.value.includes(facet) && !asked && found.length > FEW && (
        <button type="button" class="link" onClick={() => (more.value = more.value.filter((other) => other !== facet))}>
          {words("fewer")}
        </button>
      )}
    </>
  );
}

/** The choices of a facet, by how many statements they would leave; certainty and status in the order of their meaning. */
function ranked(facet: Facet, counts: Map<string, number>, chosen: readonly string[]): string[] {
  const all = occurring(facet);
  if (facet === "modalities" || facet === "statuses") return [...all].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  const some = facet === "relations" ? all : all.filter((value) => counts.has(value) || chosen.includes(value));
  return [...some].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
}

const ORDER = ["asserted", "reported", "rumoured", "planned", "denied", "accepted", "disputed", "unconfirmed", "refuted", "superseded"];

const folded = new Map<string, string>();

function foldedName(data: Data, facet: Facet, value: string): string {
  let name = folded.get(`${facet}:${value}`);
  if (name === undefined) {
    name = fold(`${choiceName(data, facet, value)} ${facet === "articles" ? (data.article.get(value)?.publisher ?? "") : ""}`);
    folded.set(`${facet}:${value}`, name);
  }
  return name;
}

function Name({ data, facet, value }: { data: Data; facet: Facet; value: string }) {
  if (facet === "modalities") return <Certainty modality={value as Modality} />;
  const name = choiceName(data, facet, value);
  const article = facet === "articles" ? data.article.get(value) : undefined;
  return (
    <span class="choice-name" title={name}>
      {name}
      {article && <small>{[article.publisher, article.published].filter(Boolean).join(" · ")}</small>}
    </span>
  );
}

const Count = ({ value }: { value: number }) => <span class="choice-count">{number(value, state.value.language)}</span>;

function Sources() {
  const least = state.value.sources;
  const counts = selected.value.sources;
  return (
    <Fold name="sources" chosen={least > 1 ? 1 : 0}>
      {() =>
        [...new Set([1, 2, 3, least])].map((n) => (
          <label class="choice" key={n} data-empty={counts[n] ? undefined : ""}>
            <input type="radio" name="sources" checked={least === n} onChange={() => go({ sources: n })} />
            <span class="choice-name">{n === 1 ? words("any") : words("atLeast", n)}</span>
            <Count value={counts[n] ?? 0} />
          </label>
        ))
      }
    </Fold>
  );
}
