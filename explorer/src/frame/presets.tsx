// Ready-made filters: what is established, what is said or intended, what is disputed.

import { go, state, type State } from "../state";
import { phrases } from "../words";

const words = phrases({
  presets: ["Quick choices", "Choix rapides"],
  facts: ["Facts only", "Faits établis"],
  rumours: ["Rumours and plans", "Rumeurs et projets"],
  disputed: ["Disputed", "Contesté"],
});

type Certain = Pick<State, "modalities" | "statuses">;

const NONE: Certain = { modalities: [], statuses: [] };
const PRESETS: [name: "facts" | "rumours" | "disputed", Certain][] = [
  ["facts", { modalities: ["asserted", "reported"], statuses: ["accepted"] }],
  ["rumours", { modalities: ["rumoured", "planned"], statuses: [] }],
  ["disputed", { modalities: [], statuses: ["disputed"] }],
];

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((value) => b.includes(value));

export function Presets() {
  const { modalities, statuses } = state.value;
  return (
    <div class="presets" role="group" aria-label={words("presets")}>
      {PRESETS.map(([name, preset]) => {
        const on = same(modalities, preset.modalities) && same(statuses, preset.statuses);
        return (
          <button type="button" key={name} aria-pressed={on} onClick={() => go(on ? NONE : preset)}>
            {words(name)}
          </button>
        );
      })}
    </div>
  );
}
