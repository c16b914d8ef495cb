// The models and other works: who made them, and where their makers are now.

import { signal } from "@preact/signals";
import type { Data, Statement, Texts } from "../data";
import { worded } from "../panel/sentence";
import { documentOf } from "../picture";
import { show, state } from "../state";
import { day, dayName } from "../text";
import type { Rows, View } from "../view";
import { label, phrases, say } from "../words";
import { names, since, stands, whereWords } from "./maker";
import { byPlace, cameFrom, works as found, type Maker, type Place, type Work } from "./made";
import { Makers } from "./makers";
import { Picture } from "./picture";
import { Legend, Marks, Strip } from "./strip";

const words = phrases({
  label: ["Models", "Modèles"],
  title: ["Who made what, and where they are now", "Qui a fait quoi, et où ils sont aujourd'hui"],
  titleOn: ["Who made what, and where they may have been on {0}", "Qui a fait quoi, et où ils ont pu être le {0}"],
  lead: ["{0} models and other works, {1} makers named.", "{0} modèles et autres œuvres, {1} auteurs nommés."],
  most: ["{0} of the makers are now at {1}.", "{0} de ces auteurs sont désormais chez {1}."],
  mostOn: ["{0} of the makers may have been at {1}.", "{0} de ces auteurs ont pu être chez {1}."],
  note: [
    "As far as the articles tell: the latest stay that nobody says has ended. Each mark is a maker.",
    "D'après les articles : le dernier séjour dont personne ne dit qu'il a pris fin. Chaque marque est un auteur.",
  ],
  more: ["and {0} other places", "et {0} autres lieux"],
  developedBy: ["developed by", "développé par"],
  noDeveloper: ["developer not said", "développeur non précisé"],
  maker: ["1 maker named", "1 auteur nommé"],
  makers: ["{0} makers named", "{0} auteurs nommés"],
  noMaker: ["no maker named", "aucun auteur nommé"],
  away: ["{0} of {1} now elsewhere", "{0} sur {1} désormais ailleurs"],
  from: ["{0} came from {1}", "avant chez {1} : {0}"],
  sort: ["Sort by", "Trier par"],
  byMakers: ["number of makers", "nombre d'auteurs"],
  byAway: ["makers elsewhere", "auteurs partis ailleurs"],
  byName: ["name", "nom"],
});

const PAGE = 50;
const PLACES = 8;
const PLACE_KINDS: Place[] = ["there", "elsewhere", "somewhere", "unknown"];
const shown = signal(PAGE);
type Order = "byMakers" | "byAway" | "byName";
const order = signal<Order>("byMakers");
/** The works whose makers are listed; null until the reader chose: the first. */
const open = signal<ReadonlySet<string> | null>(null);

const away = ({ makers }: Work): number => makers.filter(({ place }) => place === "elsewhere").length;

function sorted(): Work[] {
  const { compare } = new Intl.Collator(state.value.language, { numeric: true });
  const byName = (a: Work, b: Work) => compare(a.entity.label, b.entity.label);
  const orders: Record<Order, (a: Work, b: Work) => number> = {
    byMakers: (a, b) => b.makers.length - a.makers.length || byName(a, b),
    byAway: (a, b) => away(b) - away(a) || b.makers.length - a.makers.length || byName(a, b),
    byName,
  };
  return [...found.value].sort(orders[order.value]);
}

/** Each maker once, whatever the number of works. */
const people = (works: readonly Work[]): Maker[] => [...new Map(works.flatMap(({ makers }) => makers.map((maker) => [maker.person, maker]))).values()];

function WorksView() {
  const works = sorted();
  if (!works.length) return <p class="nothing">{say("nothing")}</p>;
  return (
    <div class="works">
      <Overview works={works} />
      <div class="works-bar">
        <Legend places={drawnPlaces(works)} />
        <label class="works-sort">
          {words("sort")}
          <select value={order.value} onChange={(event) => (order.value = event.currentTarget.value as Order)}>
            {(["byMakers", "byAway", "byName"] as const).map((key) => <option key={key} value={key}>{words(key)}</option>)}
          </select>
        </label>
      </div>
      <ul class="works-list">
        {works.slice(0, shown.value).map((work, n) => <Item key={work.entity.id} work={work} isOpen={open.value ? open.value.has(work.entity.id) : n === 0} />)}
      </ul>
      {works.length > shown.value && (
        <button type="button" onClick={() => (shown.value += PAGE)}>{say("more", Math.min(PAGE, works.length - shown.value))}</button>
      )}
    </div>
  );
}

const title = (): string => {
  const { language, trueOn } = state.value;
  return trueOn ? words("titleOn", dayName(day(trueOn), language)) : words("title");
};

/** How many works and makers, and where most of these are. */
function lead(works: Work[]): string {
  const { language, trueOn } = state.value;
  const makers = people(works);
  const [most] = byPlace(makers);
  return [
    words("lead", works.length.toLocaleString(language), makers.length.toLocaleString(language)),
    most?.organization && most.makers.length > 1 ? words(trueOn ? "mostOn" : "most", most.makers.length, most.organization.label) : "",
  ].join(" ");
}

/** The sorts of marks that are drawn. */
const drawnPlaces = (works: Work[]): Place[] => PLACE_KINDS.filter((kind) => works.some(({ makers }) => makers.some(({ place }) => place === kind)));

function Overview({ works }: { works: Work[] }) {
  const makers = people(works);
  const all = byPlace(makers);
  const known = all.filter(({ organization }) => organization);
  const first = known.length > PLACES + 1 ? [...known.slice(0, PLACES), ...all.slice(known.length)] : all;
  return (
    <section class="works-overview">
      <h2>{title()}</h2>
      <p class="works-lead" role="status">{lead(works)}</p>
      {makers.length > 0 && <p class="works-note">{words("note")}</p>}
      <dl>
        {first.map(({ organization, makers: group }) => (
          <div key={organization?.id ?? ""}>
            <dt>
              {organization ? <button type="button" class="works-name" onClick={() => show(`entity:${organization.id}`)}>{organization.label}</button> : whereWords("unknown")}
            </dt>
            <dd>
              <Marks places={group.map(() => (organization ? "somewhere" : "unknown"))} />
              {group.length}
            </dd>
          </div>
        ))}
      </dl>
      {first.length < all.length && <p class="works-note">{words("more", all.length - first.length)}</p>}
    </section>
  );
}

function Item({ work, isOpen }: { work: Work; isOpen: boolean }) {
  const { entity, developed, makers } = work;
  const toggle = () => {
    const next = new Set(open.value);
    if (isOpen) next.delete(entity.id);
    else next.add(entity.id);
    open.value = next;
  };
  const gone = away(work);
  const origin = developed.length ? null : cameFrom(makers);
  const count = makers.length === 1 ? words("maker") : words("makers", makers.length);
  return (
    <li aria-current={state.value.selected === `entity:${entity.id}` ? "true" : undefined}>
      <div class="works-item">
        <div class="works-what">
          <h3><button type="button" class="works-name" onClick={() => show(`entity:${entity.id}`)}>{entity.label}</button></h3>
          <p>
            {label(entity.type.labels)}, {developed.length ? <>{words("developedBy")} <Developers statements={developed} /></> : words("noDeveloper")}
          </p>
        </div>
        <div>
          <Strip makers={makers} />
          {!isOpen && <p class="works-names">{names(makers)}</p>}
        </div>
        {makers.length ? (
          <button type="button" class="works-toggle" aria-expanded={isOpen} onClick={toggle}>
            <span>{count}</span>
            {gone > 0 && <strong>{words("away", gone, makers.length)}</strong>}
            {origin && <strong>{words("from", origin.count, origin.organization.label)}</strong>}
          </button>
        ) : (
          <p class="works-toggle">{words("noMaker")}</p>
        )}
      </div>
      {isOpen && <Makers work={work} />}
    </li>
  );
}

/** The developers; each leads to the statement that says so. */
const Developers = ({ statements }: { statements: Statement[] }) => (
  <>
    {statements.map((statement, place) => (
      <>
        {place > 0 && ", "}
        <button type="button" class="works-link" key={statement.key} onClick={() => show(`statement:${statement.key}`)}>{statement.subject.label}</button>
      </>
    ))}
  </>
);

function file(_: Data, texts: Texts): Rows {
  return {
    name: "models",
    header: ["work", "type", "developers", "maker", "contribution", "where", "place", "since", "certainty", "status", "sentence: made it", "sentence: is there"],
    rows: sorted().flatMap(({ entity, developed, makers }) => {
      const developers = developed.map(({ subject }) => subject.label).join("; ");
      const kind = label(entity.type.labels);
      if (!makers.length) return [[entity.label, kind, developers, ...Array<string>(9).fill("")]];
      return makers.map((maker) => [
        entity.label,
        kind,
        developers,
        maker.person.label,
        maker.made.qualifiers.map(worded).join("; "),
        stands(maker),
        whereWords(maker.place),
        since(maker),
        maker.proof ? say(maker.proof.modality) : "",
        maker.proof ? say(maker.proof.status) : "",
        sentence(maker.made, texts),
        sentence(maker.proof, texts),
      ]);
    }),
  };
}

const sentence = (statement: Statement | undefined, texts: Texts): string => (statement?.claims[0] ? texts.quote(statement.claims[0]) : "");

function svg(): string | null {
  const works = sorted();
  return works.length ? documentOf(<Picture works={works} places={drawnPlaces(works)} />, title(), lead(works)) : null;
}

export const works: View = { name: "works", label: () => words("label"), Component: WorksView, rows: file, svg };
