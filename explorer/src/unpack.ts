// The inverse of src/aigraph/view/explorer/packing.py: text back into columns. The two must change together.

import type { Article, Claim, Data, Statement, Tenure, Texts } from "./data";
import { iso } from "./text";

type Columns = Record<string, any>; // eslint-disable-line: the shape is columns.py's

const LAST = 61;
const MORE = 30;
const BETWEEN = "\x7f";
const SLOT = /[\x80-\x9f]/g;
const TOLD = 20;

/** Whole numbers from 0 on. */
export function numbers(text: string): number[] {
  const found: number[] = [];
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const digit = code - (code > 92 ? 36 : 35); // no backslash among the digits
    if (digit < LAST) {
      found.push(before * LAST + digit);
      before = 0;
    } else before = before * MORE + digit - LAST + 1;
  }
  return found;
}

const signed = (text: string): number[] => numbers(text).map((n) => (n % 2 ? -(n + 1) / 2 : n / 2));

function steps(text: string): number[] {
  let sum = 0;
  return signed(text).map((step) => (sum += step));
}

const strings = (packed: string | string[]): string[] => (typeof packed === "string" ? packed.split(BETWEEN) : packed);

function rows<T>(counts: string, flat: T[]): T[][] {
  let at = 0;
  return numbers(counts).map((count) => flat.slice(at, (at += count)));
}

function table([distinct, places]: [string | string[], string]): string[] {
  const values = strings(distinct);
  return numbers(places).map((place) => values[place]!);
}

/** Puts the exceptions in their places among what is expected. */
function exceptions([places, values]: [string, string | string[]], expected: string[]): string[] {
  const other = strings(values);
  steps(places).forEach((place, at) => (expected[place] = other[at]!));
  return expected;
}

/** How a label is spelt in an id. */
const spelt = (label: string): string =>
  /[^\0-\u024f]/.test(label)
    ? ""
    : label
        .toLowerCase()
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/[^a-z0-9.]+/g, "-")
        .replace(/^[-.]+|[-.]+$/g, "");

/** The columns that the views draw and filter by. */
export function unpackCore(packed: Columns): Columns {
  const [known, first, later] = packed.spans;
  const [firsts, laters] = [steps(first), signed(later)];
  let [f, l] = [0, 0];
  const spans = numbers(known).map((have) => {
    const from = have & 1 ? firsts[f++]! : null;
    return [from, have & 2 ? (from ?? 0) + laters[l++]! : null];
  });
  const statements = unpackStatements(packed.statements);
  const tenures = unpackTenures(packed.tenures, statements.object, spans);
  statements.times = times(packed, statements, tenures, spans);
  return {
    ...packed,
    entities: unpackEntities(packed.entities),
    documents: unpackDocuments(packed.documents),
    statements,
    tenures,
    claims: {
      count: numbers(packed.claims.count),
      document: numbers(packed.claims.document).map((n) => n - 1),
      modality: numbers(packed.claims.modality),
    },
  };
}

function unpackEntities(e: Columns): Columns {
  const label = strings(e.label);
  const type = numbers(e.type);
  return {
    id: exceptions(e.id, label.map((text, at) => e.folders[type[at]!] + spelt(text))),
    label,
    type,
    parent: numbers(e.parent).map((n) => n - 1),
    aliases: rows(e.aliases[0], strings(e.aliases[1])),
    wikidata: rows(e.wikidata[0], strings(e.wikidata[1])),
    x: signed(e.x),
    y: signed(e.y),
  };
}

function unpackDocuments(d: Columns): Columns {
  const days = steps(d.out[1]);
  let at = 0;
  const out = numbers(d.out[0]).map((missing) => (missing ? null : days[at++]!));
  return {
    id: strings(d.id),
    name: strings(d.name),
    publisher: table(d.publisher),
    published: exceptions(d.published, out.map((day) => (day === null ? "" : iso(day)))),
    out,
    url: strings(d.url),
    language: table(d.language),
  };
}

function unpackStatements(s: Columns): Columns {
  const details = s.details.map(numbers);
  const triples = (details[0] as number[]).map((_, at) => details.map((column: number[]) => column[at]));
  return {
    subject: steps(s.subject),
    relation: numbers(s.relation),
    object: numbers(s.object),
    modality: numbers(s.modality),
    status: numbers(s.status),
    confidence: numbers(s.confidence),
    sources: numbers(s.sources),
    origins: rows(s.origins[0], numbers(s.origins[1])),
    qualifiers: rows(s.qualifiers[0], numbers(s.qualifiers[1]).map((at) => triples[at])),
    words: strings(s.words),
  };
}

function unpackTenures(t: Columns, objects: number[], spans: (number | null)[][]): Columns {
  const ground = rows(t.statements[0], steps(t.statements[1]));
  const time = numbers(t.time).map((at) => spans[at]!);
  return {
    person: steps(t.person),
    organization: numbers(t.organization).map((n, at) => (n ? n - 1 : objects[ground[at]![0]!])),
    time: ground.map((_, at) => [...time[2 * at]!, ...time[2 * at + 1]!]),
    current: numbers(t.current),
    roles: rows(t.roles[0], table(t.roles.slice(1))),
    statements: ground,
  };
}

/** The times of the statements: their own, or those of the stays that rest on them. */
function times(packed: Columns, statements: Columns, tenures: Columns, spans: (number | null)[][]): (number | null)[][][] {
  const stays: (number | null)[][][] = statements.object.map(() => []);
  tenures.time.forEach((time: (number | null)[], tenure: number) => {
    for (const at of tenures.statements[tenure] as number[]) {
      const relation = packed.relations[statements.relation[at]];
      const held = relation.lasts ? time : relation.id === "left" ? time.slice(2) : time.slice(0, 2);
      if (tenures.organization[tenure] === statements.object[at] && held.some((day) => day !== null)) stays[at]!.push(held);
    }
  });
  const [counts, places] = packed.statements.times;
  const own = numbers(places);
  let next = 0;
  const span = (): (number | null)[] => spans[own[next++]!]!;
  return numbers(counts).map((count, at) => {
    if (count === 0) return stays[at]!;
    const { lasts } = packed.relations[statements.relation[at]];
    return Array.from({ length: count - 1 }, () => (lasts ? [...span(), ...span()] : span()));
  });
}

/** Puts names where slots are. */
const unfold = (text: string, names: readonly string[]): string => text.replace(SLOT, (slot) => names[slot.charCodeAt(0) - 0x80] ?? "");

const share = (percent: number): string => (percent / 100).toFixed(2);

const lastWord = (label: string): string => label.slice(label.lastIndexOf(" ") + 1);

const details = (statement: Statement): string[] => [...statement.origins.map(({ label }) => label), ...statement.qualifiers.map(({ text }) => text)];

const PARTS = ["subject", "object", "detail"] as const;

/** Sentences and reasons, put together when they are asked for. */
export function unpackTexts(t: Columns, { claims }: Data): Texts {
  const by = table(t.by);
  const quotes = strings(t.quotes);
  const proven: Claim[][] = quotes.map(() => []);
  let shown = 0;
  const quoteOf = numbers(t.quote).map((back, claim) => {
    const quote = back ? shown - back : shown++;
    proven[quote]!.push(claims[claim]!);
    return quote;
  });
  const marks = rows(t.marks[0], numbers(t.marks[1]));
  const rules = numbers(t.rule[1]);
  const confidence = signed(t.confidence);
  const reasons = rows(t.reasons[0], table(t.reasons.slice(1)));
  const bounds = table(t.bounds);

  function quote(claim: Claim): string {
    const at = quoteOf[claim.index]!;
    const proves = proven[at]!;
    const ends = proves.flatMap(({ statement }) => [statement.subject.label, statement.object.label]);
    const said = proves.flatMap(({ statement }) => details(statement));
    return unfold(quotes[at]!, [...new Set([...ends, ...proves.map(({ index }) => by[index]!), ...ends.map(lastWord), ...said])]);
  }
  const sureness = (claim: Claim): number => confidence[claim.index]! + claim.statement.confidence;
  /** What the reasons for something speak of. */
  function told(grounds: Statement[], ...names: string[]): string[] {
    const articles = new Map<Article, number>();
    for (const claim of grounds.flatMap((statement) => statement.claims))
      if (claim.article && !articles.has(claim.article)) articles.set(claim.article, sureness(claim));
    const known = [...articles].flatMap(([{ publisher, name, published }, sure]) => [publisher, name, published, share(sure)]).slice(0, TOLD);
    const values = new Set(grounds.flatMap(({ qualifiers }) => qualifiers.map(({ value }) => value)));
    const sure = grounds.slice(0, 1).map((statement) => share(statement.confidence));
    return [...names, ...sure, ...known, ...Array<string>(TOLD - known.length).fill(""), ...values];
  }
  return {
    quote,
    marks(claim) {
      const own = marks[claim.index]!;
      const flat = own.length ? own.slice(1) : found(claim.statement, quote(claim));
      return Array.from({ length: flat.length / 3 }, (_, n) => ({ start: flat[3 * n]!, end: flat[3 * n + 1]!, part: PARTS[flat[3 * n + 2]!]! }));
    },
    rule: (claim) => t.rule[0][rules[claim.index]!],
    by: (claim) => by[claim.index]!,
    confidence: sureness,
    reasons: (statement) => reasons[statement.index]!.map((reason) => unfold(reason, told([statement]))),
    bounds(tenure: Tenure) {
      const roles = [...tenure.roles, "", ""].slice(0, 2);
      const names = told(tenure.statements, tenure.organization.label, tenure.person.label, ...roles);
      return [0, 1, 2, 3].map((end) => unfold(bounds[4 * tenure.index + end]!, names)) as [string, string, string, string];
    },
    what: (conflict) => t.conflicts.what[conflict.index],
    settle: (conflict) => t.conflicts.settle[conflict.index],
  };
}

/** Where the words of a statement stand in a sentence, found by its names. */
function found({ subject, object, ...rest }: Statement, quote: string): number[] {
  const forms = [subject, object].map(({ label, aliases }) => [label, ...aliases, lastWord(label)]);
  const marks = [...forms, ...details({ subject, object, ...rest }).map((text) => [text])].flatMap((names, part) => {
    const name = names.find((form) => form && quote.includes(form));
    return name ? [[quote.indexOf(name), quote.indexOf(name) + name.length, Math.min(part, 2)]] : [];
  });
  marks.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
  let done = 0;
  return marks.flatMap((mark) => (mark[0]! >= done ? ((done = mark[1]!), mark) : []));
}
