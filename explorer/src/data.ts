// What the page shows: read from the columns that aigraph made (src/aigraph/view/explorer/columns.py).

import { unpackCore, unpackTexts } from "./unpack";

export type Language = "en" | "fr";
export type Labels = Record<Language, string>;
export type Kind = "person" | "organization" | "work";
export type Modality = "asserted" | "reported" | "rumoured" | "planned" | "denied";
export type Status = "accepted" | "disputed" | "unconfirmed" | "refuted" | "superseded";

/** Days since 1970-01-01; null is "not known". */
export type Day = number | null;

export interface Relation {
  id: string;
  labels: Labels;
  definitions: Labels;
  color: string;
  /** It belongs to the story of who moved where. */
  move: boolean;
  /** It lasts and ends (worked at), rather than happens (moved to). */
  lasts: boolean;
  /** It is drawn in graphs. */
  drawn: boolean;
}

export interface EntityClass {
  id: string;
  labels: Labels;
  kind: Kind;
}

export interface Entity {
  index: number;
  /** The readable end of its IRI: "person/yann-lecun". */
  id: string;
  label: string;
  type: EntityClass;
  kind: Kind;
  parent: Entity | null;
  aliases: string[];
  wikidata: string[];
  x: number;
  y: number;
  /** All statements in which it is subject, object or origin, in the order of the data. */
  statements: Statement[];
}

export interface Article {
  index: number;
  id: string;
  name: string;
  publisher: string;
  published: string;
  /** The day by which it surely was out. */
  out: Day;
  url: string;
  language: string;
}

export interface Qualifier {
  name: string;
  value: string;
  text: string;
}

/** When a statement held: the days on which it can have started; and ended, when it lasts. */
export interface Time {
  start: [Day, Day];
  end: [Day, Day];
}

export interface Statement {
  index: number;
  /** What links name it by: "person/x~movedTo~organization/y", with "~not" when it is denied. */
  key: string;
  subject: Entity;
  relation: Relation;
  object: Entity;
  /** Where a move leads away from. */
  origins: Entity[];
  modality: Modality;
  status: Status;
  /** Percent. */
  confidence: number;
  /** Independent sources. */
  sources: number;
  times: Time[];
  qualifiers: Qualifier[];
  claims: Claim[];
  conflicts: Conflict[];
  /** What became of it: of an approach, the move or the refusal. */
  outcomes: Statement[];
}

/** One reading of one sentence; its words come with `texts()`. */
export interface Claim {
  index: number;
  statement: Statement;
  article: Article | null;
  modality: Modality;
}

/** One stay of a person somewhere: start and end each lie between two days. */
export interface Tenure {
  index: number;
  person: Entity;
  organization: Entity;
  start: [Day, Day];
  end: [Day, Day];
  current: boolean;
  roles: string[];
  statements: Statement[];
}

export interface Conflict {
  index: number;
  kind: string;
  statements: Statement[];
  disputed: Statement[];
  /** To be read side by side. */
  claims: Claim[];
}

export interface Data {
  title: string;
  language: Language;
  relations: Relation[];
  qualifiers: Map<string, { labels: Labels; kind: string }>;
  classes: EntityClass[];
  /** Of conflicts. */
  kinds: Map<string, Labels>;
  modalities: Modality[];
  statuses: Status[];
  entities: Entity[];
  articles: Article[];
  statements: Statement[];
  claims: Claim[];
  tenures: Tenure[];
  conflicts: Conflict[];
  entity: Map<string, Entity>;
  article: Map<string, Article>;
  statement: Map<string, Statement>;
}

/** What a reader sees on a click: decoded when first asked for. */
export interface Texts {
  quote(claim: Claim): string;
  /** The words of the claim in its quote: start, end (UTF-16 units), and what they are. */
  marks(claim: Claim): { start: number; end: number; part: "subject" | "object" | "detail" }[];
  rule(claim: Claim): string;
  /** Whom the sentence gives as its source, "" if nobody. */
  by(claim: Claim): string;
  confidence(claim: Claim): number;
  reasons(statement: Statement): string[];
  /** Why a stay started not before, not after, ended not before, not after. */
  bounds(tenure: Tenure): [string, string, string, string];
  what(conflict: Conflict): string;
  settle(conflict: Conflict): string;
}

type Columns = Record<string, any>; // eslint-disable-line: the shape is columns.py's

export async function load(): Promise<Data> {
  return (data = decode(unpackCore(JSON.parse(await unzipped("core")))));
}

export function decode(core: Columns): Data {
  const relations: Relation[] = core.relations;
  const classes: EntityClass[] = core.classes;
  const { modalities, statuses } = core as { modalities: Modality[]; statuses: Status[] };
  const e = core.entities;
  const entities: Entity[] = e.id.map((id: string, index: number) => {
    const type = classes[e.type[index]]!;
    return {
      index,
      id,
      label: e.label[index],
      type,
      kind: type.kind,
      parent: null,
      aliases: e.aliases[index],
      wikidata: e.wikidata[index],
      x: e.x[index],
      y: e.y[index],
      statements: [],
    };
  });
  entities.forEach((entity, index) => (entity.parent = entities[e.parent[index]] ?? null));
  const d = core.documents;
  const articles: Article[] = d.id.map((id: string, index: number) => ({
    index,
    id,
    name: d.name[index],
    publisher: d.publisher[index],
    published: d.published[index],
    out: d.out[index],
    url: d.url[index],
    language: d.language[index],
  }));
  const s = core.statements;
  const claims: Claim[] = [];
  const statements: Statement[] = s.subject.map((subject: number, index: number) => {
    const relation = relations[s.relation[index]]!;
    const object = entities[s.object[index]]!;
    const modality = modalities[s.modality[index]]!;
    const origins: Entity[] = s.origins[index].map((origin: number) => entities[origin]!);
    const statement: Statement = {
      index,
      key: `${entities[subject]!.id}~${relation.id}~${object.id}${modality === "denied" ? "~not" : ""}`,
      subject: entities[subject]!,
      relation,
      object,
      origins,
      modality,
      status: statuses[s.status[index]]!,
      confidence: s.confidence[index],
      sources: s.sources[index],
      times: s.times[index].map((t: Day[]) => ({ start: [t[0], t[1]], end: [t[2] ?? null, t[3] ?? null] })),
      qualifiers: s.qualifiers[index].map(([name, value, text]: [number, number, number]) => ({
        name: s.words[name],
        value: s.words[value],
        text: s.words[text] || s.words[value],
      })),
      claims: [],
      conflicts: [],
      outcomes: [],
    };
    for (let n = 0; n < core.claims.count[index]; n++) {
      const at = claims.length;
      const claim = {
        index: at,
        statement,
        article: articles[core.claims.document[at]] ?? null,
        modality: modalities[core.claims.modality[at]]!,
      };
      claims.push(claim);
      statement.claims.push(claim);
    }
    for (const end of new Set([statement.subject, object, ...origins])) end.statements.push(statement);
    return statement;
  });
  for (const [statement, outcome] of core.outcomes) statements[statement]!.outcomes.push(statements[outcome]!);
  const t = core.tenures;
  const tenures: Tenure[] = t.person.map((person: number, index: number) => ({
    index,
    person: entities[person]!,
    organization: entities[t.organization[index]]!,
    start: [t.time[index][0], t.time[index][1]],
    end: [t.time[index][2], t.time[index][3]],
    current: Boolean(t.current[index]),
    roles: t.roles[index],
    statements: t.statements[index].map((n: number) => statements[n]!),
  }));
  const c = core.conflicts;
  const conflicts: Conflict[] = c.kind.map((kind: string, index: number) => ({
    index,
    kind,
    statements: c.statements[index].map((n: number) => statements[n]!),
    disputed: c.disputed[index].map((n: number) => statements[n]!),
    claims: c.claims[index].map((n: number) => claims[n]!),
  }));
  for (const conflict of conflicts) for (const statement of conflict.statements) statement.conflicts.push(conflict);
  return {
    title: core.title,
    language: core.language,
    relations,
    qualifiers: new Map(Object.entries(core.qualifiers)),
    classes,
    kinds: new Map(Object.entries(core.kinds)),
    modalities,
    statuses,
    entities,
    articles,
    statements,
    claims,
    tenures,
    conflicts,
    entity: new Map(entities.map((entity) => [entity.id, entity])),
    article: new Map(articles.map((article) => [article.id, article])),
    statement: new Map(statements.map((statement) => [statement.key, statement])),
  };
}

let data: Data;
let decoded: Promise<Texts> | undefined;

/** The sentences and reasons, decoded once, when first asked for. */
export function texts(): Promise<Texts> {
  decoded ??= unzipped("texts").then((packed) => unpackTexts(JSON.parse(packed), data));
  return decoded;
}

/** Whether a statement may hold on a day: no date excludes it. */
export function mayHold(statement: Statement, day: number): boolean {
  if (statement.times.length === 0) return true;
  return statement.times.some(
    ({ start, end }) =>
      (start[0] === null || start[0] <= day) && (!statement.relation.lasts || end[1] === null || day <= end[1]),
  );
}

/** Whether the article of a claim surely was out by a day. */
export function isOut(claim: Claim, day: number): boolean {
  return claim.article !== null && claim.article.out !== null && claim.article.out <= day;
}
