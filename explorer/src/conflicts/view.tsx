// The contradictions: what the sentences say against each other, side by side, and what would settle it.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { StatusWord, Certainty } from "../certainty";
import { published } from "../cite";
import type { Claim, Conflict, Data, Statement, Texts } from "../data";
import { claimsOf, selected } from "../filter";
import { Evidence } from "../panel/evidence";
import { useTexts } from "../panel/sentences";
import { show, state } from "../state";
import type { Rows, View } from "../view";
import { label, phrases, say } from "../words";

const words = phrases({
  label: ["Conflicts", "Contradictions"],
  title: ["Where the articles contradict each other", "Là où les articles se contredisent"],
  one: ["1 contradiction", "1 contradiction"],
  many: ["{0} contradictions", "{0} contradictions"],
  intro: [
    "Both sides stand here, and none is chosen.",
    "Les deux côtés sont là, aucun n'est choisi.",
  ],
  none: ["No contradiction among what the filters show.", "Aucune contradiction parmi ce que montrent les filtres."],
  settle: ["What would settle it:", "Ce qui trancherait :"],
  open: ["Show in the panel", "Voir dans le panneau"],
  waiting: ["Unpacking the sentences…", "Décompression des phrases…"],
  also: ["Also concerned:", "Concerne aussi :"],
  others: ["Denied or disputed, outside these contradictions", "Démenti ou contesté, hors de ces contradictions"],
});

const PAGE = 20;

/** The sentences of a conflict that are out on the day that is asked for. */
const claims = (conflict: Conflict): Claim[] => conflict.claims.filter((claim) => claimsOf(claim.statement).includes(claim));

/** A conflict is there when one of its statements passes, and, by the day asked for, more than one side has been told. */
function isShown(conflict: Conflict): boolean {
  if (!conflict.statements.some(selected.value.has)) return false;
  const out = claims(conflict);
  return out.length === conflict.claims.length || new Set(out.map(({ statement }) => statement)).size > 1;
}

/** What is shown, by kind, in the order of the data. */
function found(data: Data): [kind: string, conflicts: Conflict[]][] {
  const kinds = new Map<string, Conflict[]>();
  for (const conflict of data.conflicts.filter(isShown)) {
    const group = kinds.get(conflict.kind);
    if (group) group.push(conflict);
    else kinds.set(conflict.kind, [conflict]);
  }
  return [...kinds];
}

const kindName = (kind: string, data: Data): string => {
  const known = data.kinds.get(kind);
  const name = known ? label(known) : kind;
  return name.charAt(0).toLocaleUpperCase() + name.slice(1);
};

const counted = (count: number): string => (count === 1 ? words("one") : words("many", count.toLocaleString(state.value.language)));

function ConflictsView({ data }: { data: Data }) {
  const texts = useTexts();
  const kinds = found(data);
  const inConflict = new Set(kinds.flatMap(([, conflicts]) => conflicts.flatMap(({ statements }) => statements)));
  const others = selected.value.statements.filter(
    (statement) => (statement.status === "refuted" || statement.status === "disputed") && !inConflict.has(statement),
  );
  const total = kinds.reduce((sum, [, conflicts]) => sum + conflicts.length, 0);
  return (
    <div class="conflicts" aria-busy={!texts}>
      <header>
        <h2>{words("title")}</h2>
        <p class="conflicts-count" role="status">{total ? `${counted(total)}. ${words("intro")}` : words("none")}</p>
      </header>
      {kinds.map(([kind, conflicts]) => (
        <Group key={kind} name={kindName(kind, data)} count={counted(conflicts.length)}>
          {conflicts.map((conflict) => <Card key={conflict.index} conflict={conflict} texts={texts} />)}
        </Group>
      ))}
      {others.length > 0 && (
        <Group name={words("others")} count={others.length.toLocaleString(state.value.language)}>
          {others.map((statement) => <Other key={statement.key} statement={statement} texts={texts} />)}
        </Group>
      )}
    </div>
  );
}

function Group({ name, count, children }: { name: string; count: string; children: VNode[] }) {
  const [shown, setShown] = useState(PAGE);
  return (
    <section class="conflicts-kind">
      <h3>{name} <span>{count}</span></h3>
      {children.slice(0, shown)}
      {children.length > shown && (
        <button type="button" class="conflicts-more" onClick={() => setShown(shown + PAGE)}>{say("more", Math.min(PAGE, children.length - shown))}</button>
      )}
    </section>
  );
}

function Card({ conflict, texts }: { conflict: Conflict; texts: Texts | null }) {
  const chosen = state.value.selected === `conflict:${conflict.index}`;
  const sides = together(claims(conflict), texts);
  const told = new Set(conflict.claims.map(({ statement }) => statement));
  return (
    <article class="conflicts-card" aria-current={chosen ? "true" : undefined}>
      {/* What aigraph says of a conflict is English, whatever the page speaks. */}
      <h4 lang="en">{texts ? sentence(texts.what(conflict)) : <span class="conflicts-waiting">{words("waiting")}</span>}</h4>
      <div class="conflicts-sides">
        {sides.map((side) => (
          <div class="conflicts-side" key={side[0]!.index}>
            <Said statements={side.map(({ statement }) => statement)} />
            <Evidence claim={side[0]!} />
          </div>
        ))}
      </div>
      <Said head={words("also")} statements={conflict.statements.filter((statement) => !told.has(statement))} />
      <footer>
        {texts?.settle(conflict) && (
          <p><span>{words("settle")}</span> <span lang="en">{sentence(texts.settle(conflict))}</span></p>
        )}
        <button type="button" onClick={() => show(`conflict:${conflict.index}`)}>{words("open")}</button>
      </footer>
    </article>
  );
}

/** The claims, those of one sentence of one article together. */
function together(claims: Claim[], texts: Texts | null): Claim[][] {
  const sides = new Map<string | number, Claim[]>();
  for (const claim of claims) {
    const key = texts ? `${claim.article?.index} ${texts.quote(claim)}` : claim.index;
    sides.set(key, [...(sides.get(key) ?? []), claim]);
  }
  return [...sides.values()];
}

const sentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? "" : ".");

/** What a sentence is read to say, each leading to its statement. */
function Said({ head, statements }: { head?: string; statements: Statement[] }) {
  if (!statements.length) return null;
  return (
    <ul class="conflicts-said">
      {head && <li>{head}</li>}
      {[...new Set(statements)].map((statement) => (
        <li key={statement.key}>
          <button type="button" onClick={() => show(`statement:${statement.key}`)}>{line(statement)}</button>{" "}
          <StatusWord status={statement.status} />
        </li>
      ))}
    </ul>
  );
}

const line = ({ subject, relation, object }: Statement): string => `${subject.label} ${label(relation.labels)} ${object.label}`;

function Other({ statement, texts }: { statement: Statement; texts: Texts | null }) {
  return (
    <article class="conflicts-card">
      <h4>
        <button type="button" onClick={() => show(`statement:${statement.key}`)}>{line(statement)}</button>{" "}
        <Certainty modality={statement.modality} status={statement.status} />
      </h4>
      <div class="conflicts-sides">
        {together(claimsOf(statement), texts).map(([claim]) => (
          <div class="conflicts-side" key={claim!.index}><Evidence claim={claim!} /></div>
        ))}
      </div>
    </article>
  );
}

function file(data: Data, texts: Texts): Rows {
  return {
    name: "conflicts",
    header: ["conflict", "kind", "what", "would settle it", "subject", "relation", "object", "certainty", "status", "sentence", "article", "publisher", "published", "url"],
    rows: found(data).flatMap(([kind, conflicts]) =>
      conflicts.flatMap((conflict) =>
        claims(conflict).map((claim) => {
          const { statement, article } = claim;
          return [
            conflict.index,
            kindName(kind, data),
            texts.what(conflict),
            texts.settle(conflict),
            statement.subject.label,
            label(statement.relation.labels),
            statement.object.label,
            say(claim.modality),
            say(statement.status),
            texts.quote(claim),
            article?.name ?? "",
            article?.publisher ?? "",
            article ? published(article, state.value.language) : "",
            article?.url ?? "",
          ];
        }),
      ),
    ),
  };
}

export const conflicts: View = { name: "conflicts", label: () => words("label"), Component: ConflictsView, rows: file };
