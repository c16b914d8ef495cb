// A story beside the explorer: each step of the text brings its own state, until the reader goes their own way.
// The address holds what the reader does, never what the story shows: a page without one opens at the beginning.

import { batch, computed, effect, signal } from "@preact/signals";
import type { Language } from "../data";
import { read, state, unasked, write, type Selection, type State } from "../state";
import { phrases } from "../words";

const words = phrases({
  label: ["Story", "Récit"],
  back: ["Back to the story", "Revenir au récit"],
  open: ["Explore on your own", "Explorer par vous-même"],
});

/** The state that the story brought last. */
const told = signal(state.peek());
/** The explorer has the whole page. */
const wide = signal(false);

let language: Language;
let steps: HTMLElement[] = [];
let current = 0;

/** The address of a state, whatever language the reader reads it in. */
const address = (value: State): string => write({ ...value, language });

/** The reader looks at something else than what the story shows; to close the panel is not yet that. */
const away = computed(() => {
  const [now, then] = [state.value, told.value];
  const opened = now.selected !== "" && now.selected !== then.selected;
  return wide.value || opened || address({ ...now, selected: "" }) !== address({ ...then, selected: "" });
});

/** Tell the story of an article: follow the reader through its steps. */
export function tell(article: HTMLElement, spoken: Language): void {
  language = spoken;
  steps = [...article.querySelectorAll("section")];
  // A link with a state of its own opens there, with the way back to the story.
  if (address(state.value)) told.value = stateOf(0);
  else bring();
  mark(0);
  effect(() => {
    document.documentElement.dataset.story = wide.value ? "open" : "told";
    article.inert = wide.value;
  });
  effect(() => {
    if (!away.value) queueMicrotask(forget); // after whatever changed the state has written it into the address
  });
  addEventListener("popstate", () => {
    if (!address(state.value)) back();
  });
  article.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const step = steps.indexOf(link?.closest("section") as HTMLElement);
    if (!link || step < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    mark(step);
    bring(link.dataset.show);
  });
  const narrow = matchMedia("(max-width: 759px)");
  let observer = observe(narrow.matches);
  narrow.addEventListener("change", () => {
    observer.disconnect();
    observer = observe(narrow.matches);
  });
}

/** Watch which step crosses a line of the window: below the picture that a phone shows on top. */
function observe(narrow: boolean): IntersectionObserver {
  const line = narrow ? 62 : 40;
  const observer = new IntersectionObserver(
    (entries) => {
      const entered = entries.find((entry) => entry.isIntersecting);
      if (!entered) return;
      const step = steps.indexOf(entered.target as HTMLElement);
      if (step === current) return;
      mark(step);
      if (!away.value) bring();
    },
    { rootMargin: `-${line}% 0px -${100 - line}% 0px` },
  );
  steps.forEach((step) => observer.observe(step));
  return observer;
}

const stateOf = (step: number): State => ({ ...read(steps[step]?.dataset.state ?? ""), language: state.value.language });

/** Show what the current step shows, and something more in the panel if a link of its text says so. */
function bring(selected?: Selection): void {
  const next = stateOf(current);
  if (selected) next.selected = selected;
  else unasked.add(next);
  batch(() => {
    told.value = next;
    state.value = next;
  });
}

function back(): void {
  batch(() => {
    wide.value = false;
    bring();
  });
}

function mark(step: number): void {
  current = step;
  steps.forEach((each, place) => each.toggleAttribute("data-current", place === step));
}

/** Take the reader's own state out of the address. */
function forget(): void {
  if (away.value) return;
  const hash = state.value.language === language ? "" : `#lang=${state.value.language}`;
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
}

/** The way back to the story, and out of it. */
export function StoryBar() {
  return (
    <nav class="story-bar" aria-label={words("label")}>
      {away.value && (
        <button type="button" class="story-back" onClick={back}>
          {words("back")}
        </button>
      )}
      {!wide.value && (
        <button type="button" class="link story-open" onClick={() => (wide.value = true)}>
          {words("open")}
        </button>
      )}
    </nav>
  );
}
