// The statements: a table of what passes the filters, each row leading to the sentences that say so.

import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { Certainty, StatusWord } from "../certainty";
import { when } from "../cite";
import type { Data, Entity, Statement, Texts } from "../data";
import { selected } from "../filter";
import { show, state } from "../state";
import { iso } from "../text";
import type { Rows, View } from "../view";
import { label, phrases, say } from "../words";
import { articles, COLUMNS, details, heads, NUMBERS, type Column } from "./columns";
import { rows, sorting, typed } from "./rows";

const words = phrases({
  label: ["Statements", "Énoncés"],
  statement: ["{0} statement", "{0} énoncé"],
  statements: ["{0} statements", "{0} énoncés"],
  article: ["{0} article", "{0} article"],
  articles: ["{0} articles", "{0} articles"],
  find: ["Find in this table", "Chercher dans ce tableau"],
  none: ["No statement has these words.", "Aucun énoncé ne contient ces mots."],
  sort: ["Sort by", "Trier par"],
  asIs: ["as in the data", "ordre des données"],
  up: ["{0} ↑", "{0} ↑"],
  down: ["{0} ↓", "{0} ↓"],
  proof: ["{1}: the sentences on {0} and {2}", "{1} : les phrases sur {0} et {2}"],
});

const PAGE = 100;
const shown = signal(PAGE);

const number = (value: number): string => value.toLocaleString(state.value.language);

function sortBy(column: Column): void {
  const { value: now } = sorting;
  // Numbers are looked at from the greatest down, words from A; the third press gives the order of the data back.
  const first = NUMBERS.has(column);
  if (now?.column !== column) sorting.value = { column, down: first };
  else sorting.value = now.down === first ? { column, down: !first } : null;
}

function StatementsView({ data }: { data: Data }) {
  const found = rows(data);
  useEffect(() => void (shown.value = PAGE), [found]);
  const cited = useMemo(() => new Set(found.flatMap(({ claims }) => claims.map(({ article }) => article))).size, [found]);
  if (!selected.value.statements.length) return <p class="statements-none">{say("nothing")}</p>;
  const count = words(found.length === 1 ? "statement" : "statements", number(found.length));
  return (
    <div class="statements">
      <div class="statements-tools">
        <p id="statements-count" role="status">{`${count}, ${words(cited === 1 ? "article" : "articles", number(cited))}`}</p>
        <label>
          {words("find")}
          <input type="search" value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
        </label>
        <SortChoice />
      </div>
      <table role="table" aria-labelledby="statements-count">
        <thead role="rowgroup">
          <tr role="row">{COLUMNS.map((column) => <Head key={column} column={column} />)}</tr>
        </thead>
        <tbody role="rowgroup">
          {found.slice(0, shown.value).map((statement) => (
            <Row key={statement.key} statement={statement} data={data} chosen={state.value.selected === `statement:${statement.key}`} />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p class="statements-none">{words("none")}</p>}
      {found.length > shown.value && (
        <button type="button" class="statements-more" onClick={() => (shown.value += PAGE)}>
          {say("more", number(Math.min(PAGE, found.length - shown.value)))}
        </button>
      )}
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const sorted = sorting.value?.column === column ? (sorting.value.down ? "descending" : "ascending") : "none";
  return (
    <th role="columnheader" scope="col" data-column={column} class={NUMBERS.has(column) ? "number" : undefined} aria-sort={sorted}>
      <button type="button" onClick={() => sortBy(column)}>
        {heads(column)}
        <span class="statements-arrow" aria-hidden="true">{{ ascending: "↑", descending: "↓", none: "" }[sorted]}</span>
      </button>
    </th>
  );
}

/** The headings as a choice, for where the rows are cards. */
function SortChoice() {
  const { value: now } = sorting;
  const choose = (value: string) => {
    const [column, down] = value.split(" ") as [Column, string?];
    sorting.value = value ? { column, down: down === "down" } : null;
  };
  return (
    <label class="statements-sort">
      {words("sort")}
      <select value={now ? `${now.column} ${now.down ? "down" : "up"}` : ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words("asIs")}</option>
        {COLUMNS.flatMap((column) => [
          <option key={`${column} up`} value={`${column} up`}>{words("up", heads(column))}</option>,
          <option key={`${column} down`} value={`${column} down`}>{words("down", heads(column))}</option>,
        ])}
      </select>
    </label>
  );
}

const Name = ({ entity }: { entity: Entity }) => (
  <button type="button" class="statements-name" onClick={() => show(`entity:${entity.id}`)}>{entity.label}</button>
);

function Row({ statement, data, chosen }: { statement: Statement; data: Data; chosen: boolean }) {
  const { subject, relation, object, origins } = statement;
  const open = () => show(`statement:${statement.key}`);
  const what = label(relation.labels);
  const cells: Record<Column, ComponentChildren> = {
    who: <Name entity={subject} />,
    what: (
      <button type="button" class="statements-what" aria-label={words("proof", subject.label, what, object.label)} onClick={open}>{what}</button>
    ),
    whom: <Name entity={object} />,
    from: origins.map((origin, place) => [place > 0 && ", ", <Name key={origin.id} entity={origin} />]),
    when: when(statement, state.value.language),
    role: details(statement, data),
    certainty: <Certainty modality={statement.modality} />,
    status: <StatusWord status={statement.status} />,
    confidence: `${statement.confidence}${state.value.language === "fr" ? "\u202f" : ""}%`,
    sources: statement.sources,
    articles: articles(statement),
  };
  // A click anywhere in the row does what the button of its relation does; a name opens what it names.
  const onClick = (event: MouseEvent) => {
    if (!(event.target as Element).closest("button")) open();
  };
  return (
    <tr role="row" aria-current={chosen ? "true" : undefined} onClick={onClick}>
      {COLUMNS.map((column) => (
        <td role="cell" key={column} data-column={column} class={NUMBERS.has(column) ? "number" : undefined}>
          {NUMBERS.has(column) && <span class="statements-head">{heads(column)}</span>}
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}

function file(data: Data, texts: Texts): Rows {
  const days = ["start earliest", "start latest", "end earliest", "end latest"];
  const day = (value: number | null | undefined) => (value === null || value === undefined ? "" : iso(value));
  return {
    name: "statements",
    header: ["subject", "relation", "object", "from", ...days, "detail", "certainty", "status", "confidence", "sources", "articles", "sentences", "key"],
    rows: rows(data).map((statement) => {
      const { subject, relation, object, origins, times, claims } = statement;
      return [
        subject.label,
        label(relation.labels),
        object.label,
        origins.map((origin) => origin.label).join("; "),
        day(times[0]?.start[0]),
        day(times[0]?.start[1]),
        day(times[0]?.end[0]),
        day(times[0]?.end[1]),
        details(statement, data),
        say(statement.modality),
        say(statement.status),
        statement.confidence,
        statement.sources,
        [...new Set(claims.map(({ article }) => article?.name ?? ""))].join("; "),
        [...new Set(claims.map(texts.quote))].join("\n"),
        statement.key,
      ];
    }),
  };
}

export const statements: View = { name: "statements", label: () => words("label"), Component: StatementsView, rows: file };
