// The two clocks: what may have been true on a day, and what was known on a day.

import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Data } from "../data";
import { selected } from "../filter";
import { narrow } from "../screen";
import { go, state } from "../state";
import { day, dayName, iso } from "../text";
import { phrases } from "../words";
import { bars, calendar, months, type Calendar } from "./calendar";

const words = phrases({
  time: ["Time", "Temps"],
  trueOn: ["True on", "Vrai le"],
  knownOn: ["Known on", "Connu le"],
  trueHelp: ["What may hold on that day: all that no date excludes.", "Ce qui peut valoir ce jour-là : tout ce qu’aucune date n’exclut."],
  knownHelp: ["Only what articles published by that day say.", "Seulement ce que disent les articles parus jusqu’à ce jour."],
  any: ["any day", "toute date"],
  date: ["{0}: date", "{0} : date"],
  bars: ["Moves per month, at the latest", "Mouvements par mois, au plus tard"],
  keys: ["Arrow keys: a month; with Shift: a day", "Flèches : un mois ; avec Maj : un jour"],
});

type Clock = "trueOn" | "knownOn";

/** Whether a phone shows the clocks. */
const unfolded = signal(false);

export function Time({ data }: { data: Data }) {
  const span = useMemo(() => calendar(data), [data]);
  if (!span) return null;
  const { language, trueOn, knownOn } = state.value;
  if (!narrow.value) return <Clocks data={data} span={span} />;
  const said = [trueOn && `${words("trueOn")} ${dayName(day(trueOn), language)}`, knownOn && `${words("knownOn")} ${dayName(day(knownOn), language)}`];
  return (
    <details class="time-fold" open={unfolded.value} onToggle={(event) => (unfolded.value = event.currentTarget.open)}>
      <summary>
        <strong>{words("time")}</strong> {said.filter(Boolean).join(" · ") || words("any")}
      </summary>
      {unfolded.value && <Clocks data={data} span={span} />}
    </details>
  );
}

function Clocks({ data, span }: { data: Data; span: Calendar }) {
  return (
    <section class="time" aria-label={words("time")}>
      <Choice clock="trueOn" help={words("trueHelp")} span={span} />
      <div class="time-lines">
        <Bars data={data} span={span} />
        <Slider clock="trueOn" span={span} />
        {state.value.knownOn && <Slider clock="knownOn" span={span} />}
        <Years span={span} />
      </div>
      <Choice clock="knownOn" help={words("knownHelp")} span={span} />
    </section>
  );
}

/** A clock on or off, its day as a date, and what it means. */
function Choice({ clock, help, span }: { clock: Clock; help: string; span: Calendar }) {
  const set = state.value[clock];
  return (
    <div class="time-choice" data-clock={clock}>
      <div class="time-date">
        <button type="button" role="switch" aria-checked={set !== ""} onClick={() => go({ [clock]: set ? "" : iso(span.last) })}>
          {words(clock)}
        </button>
        {set ? (
          <input type="date" aria-label={words("date", words(clock))} value={set} onChange={(event) => go({ [clock]: event.currentTarget.value })} />
        ) : (
          <span class="time-any">{words("any")}</span>
        )}
      </div>
      <p class="time-help">{help}</p>
    </div>
  );
}

let frame = 0;

/** Follow a slider as fast as the page can draw, no faster. */
function drag(clock: Clock, days: number): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => go({ [clock]: iso(days) }));
}

function Slider({ clock, span }: { clock: Clock; span: Calendar }) {
  const set = state.value[clock];
  const at = set ? Math.min(Math.max(day(set), span.first), span.last) : span.last;
  const step = (event: KeyboardEvent) => {
    const sign = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12 }[event.key];
    if (!sign) return;
    event.preventDefault();
    const to = event.shiftKey && Math.abs(sign) === 1 ? at + sign : months(at, sign);
    go({ [clock]: iso(Math.min(Math.max(to, span.first), span.last)) });
  };
  return (
    <input
      type="range"
      class="time-slider"
      data-clock={clock}
      data-off={set ? undefined : ""}
      aria-label={words(clock)}
      aria-valuetext={set ? dayName(at, state.value.language) : words("any")}
      title={words("keys")}
      min={span.first}
      max={span.last}
      value={at}
      onInput={(event) => drag(clock, event.currentTarget.valueAsNumber)}
      onKeyDown={step}
    />
  );
}

/** How many moves each month has: in the whole data pale, of what passes dark. */
function Bars({ data, span }: { data: Data; span: Calendar }) {
  const { all, passing, most } = useMemo(() => bars(data, span), [data, span, selected.value]);
  const { trueOn } = state.value;
  const path = (heights: Float64Array) =>
    span.months
      .map((start, n) => {
        const [left, right] = [start - span.first, (span.months[n + 1] ?? span.last) - span.first];
        return heights[n] ? `M${left} 0V${((heights[n]! / most) * 100).toFixed(1)}H${right}V0Z` : "";
      })
      .join("");
  return (
    <svg class="time-bars" viewBox={`0 0 ${span.last - span.first} 100`} preserveAspectRatio="none" role="img" aria-label={words("bars")}>
      <title>{words("bars")}</title>
      <path class="time-all" d={path(all)} />
      <path class="time-passing" d={path(passing)} />
      {trueOn && <line class="time-now" x1={day(trueOn) - span.first} x2={day(trueOn) - span.first} y1="0" y2="100" />}
    </svg>
  );
}

/** The years under the sliders, as many as have room. */
function Years({ span }: { span: Calendar }) {
  const every = Math.ceil(span.years.length / (narrow.value ? 5 : 12));
  const shown = span.years.filter((_, n) => (span.years.length - 1 - n) % every === 0);
  return (
    <div class="time-years" aria-hidden="true">
      {shown.map(({ year, start }) => (
        <span key={year} style={{ left: `${(100 * (start - span.first)) / (span.last - span.first)}%` }}>
          {year}
        </span>
      ))}
    </div>
  );
}
