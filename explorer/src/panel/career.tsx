// The career of a person: a lane of stays, solid where they surely were there, faint where they may have been.

import { useState } from "preact/hooks";
import { span } from "../cite";
import type { Day, Tenure } from "../data";
import { show, state } from "../state";
import { dayName, iso } from "../text";
import { phrases } from "../words";
import { useTexts } from "./sentences";

const words = phrases({
  career: ["Career", "Parcours"],
  key: ["solid: surely there; pale: possibly; dashed: not known since or until when", "plein : certainement là ; pâle : peut-être ; tirets : on ne sait depuis ou jusqu'à quand"],
  undated: ["no dates known", "aucune date connue"],
  now: ["the latest articles say: still there", "selon les derniers articles : encore là"],
  why: ["Why these dates", "Pourquoi ces dates"],
  none: ["No article gives a date.", "Aucun article ne donne de date."],
  "0": ["started not before {0}", "début au plus tôt le {0}"],
  "1": ["started not after {0}", "début au plus tard le {0}"],
  "2": ["ended not before {0}", "fin au plus tôt le {0}"],
  "3": ["ended not after {0}", "fin au plus tard le {0}"],
});

/** The years that a career spans, as days: the first of January before it and after it. */
function years(stays: Tenure[]): [number, number] | null {
  const days = stays.flatMap(({ start, end }) => [...start, ...end]).filter((day) => day !== null);
  if (!days.length) return null;
  const year = (day: number) => Number(iso(day).slice(0, 4));
  return [Date.UTC(year(Math.min(...days)), 0) / 86_400_000, Date.UTC(year(Math.max(...days)) + 1, 0) / 86_400_000];
}

type Piece = { sort: "sure" | "maybe" | "open"; from: number; to: number };

/** What is drawn of a stay between two days: where it is sure, where it may be, and where nobody knows. */
function pieces({ start, end }: Tenure, first: number, last: number): Piece[] {
  const known = [...start, ...end].filter((day) => day !== null);
  if (!known.length) return [];
  // A stay without a date on one side is sure of the days between those that are known, and open beyond.
  const earliest = start[0] ?? Math.min(...known);
  const latest = end[1] ?? Math.max(...known);
  const sure: [Day, Day] = [start[1] ?? end[0], end[0] ?? start[1]];
  const found: Piece[] = [];
  if (start[0] === null) found.push({ sort: "open", from: first, to: earliest });
  if (sure[0] !== null && sure[1] !== null && sure[0] < sure[1]) {
    if (earliest < sure[0]) found.push({ sort: "maybe", from: earliest, to: sure[0] });
    found.push({ sort: "sure", from: sure[0], to: sure[1] });
    if (sure[1] < latest) found.push({ sort: "maybe", from: sure[1], to: latest });
  } else found.push({ sort: "maybe", from: earliest, to: latest });
  if (end[1] === null) found.push({ sort: "open", from: latest, to: last });
  return found;
}

export function Career({ stays }: { stays: Tenure[] }) {
  if (!stays.length) return null;
  const range = years(stays);
  return (
    <section class="panel-career">
      <h3>{words("career")}</h3>
      <ol>{stays.map((stay) => <Stay key={stay.index} stay={stay} range={range} />)}</ol>
      {range && <Axis range={range} />}
      {range && <p class="panel-key">{words("key")}</p>}
    </section>
  );
}

function Stay({ stay, range }: { stay: Tenure; range: [number, number] | null }) {
  const language = state.value.language;
  const said = span(stay, true, language) || (stay.current ? words("now") : words("undated"));
  const first = stay.statements[0];
  const place = (day: number) => ((day - range![0]) / (range![1] - range![0])) * 100;
  return (
    <li>
      <button type="button" class="panel-stay" disabled={!first} onClick={() => first && show(`statement:${first.key}`)}>
        <span class="panel-row-name">{stay.organization.label}</span>
        <span class="panel-row-said">{[...stay.roles.slice(0, 2), said].join(" · ")}</span>
        {range && (
          <span class="panel-lane" aria-hidden="true">
            {pieces(stay, range[0], range[1]).map(({ sort, from, to }) => (
              <span data-sort={sort} style={{ left: `${place(from)}%`, width: `max(${sort === "open" ? 0 : 3}px, ${place(to) - place(from)}%)` }} />
            ))}
          </span>
        )}
      </button>
      <Why stay={stay} />
    </li>
  );
}

function Why({ stay }: { stay: Tenure }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="panel-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words("why")}</summary>
      {open && <Bounds stay={stay} />}
    </details>
  );
}

function Bounds({ stay }: { stay: Tenure }) {
  const texts = useTexts();
  if (!texts) return <p class="panel-skeleton" />;
  const days = [...stay.start, ...stay.end];
  const reasons = texts.bounds(stay).flatMap((reason, n) => (days[n] == null || !reason ? [] : [{ n, reason, day: days[n] }]));
  if (!reasons.length) return <p>{words("none")}</p>;
  return (
    <ul>
      {reasons.map(({ n, reason, day }) => (
        <li key={n}>{words(String(n) as "0", dayName(day, state.value.language))}: <span lang="en">{reason}</span></li>
      ))}
    </ul>
  );
}

/** The years below the lanes: as many as have room. */
function Axis({ range: [first, last] }: { range: [number, number] }) {
  const [from, to] = [Number(iso(first).slice(0, 4)), Number(iso(last).slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from) / 6));
  const years = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step);
  const ticks = years.map((year) => ({ year, at: ((Date.UTC(year, 0) / 86_400_000 - first) / (last - first)) * 100 }));
  return (
    <div class="panel-axis" aria-hidden="true">
      {ticks.map(({ year, at }) => at < 100 && <span key={year} style={{ left: `${at}%` }}>{at < 88 && year}</span>)}
    </div>
  );
}
