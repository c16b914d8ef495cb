// What the reader reads on: dark or light, wide or narrow. Chosen by the system; the theme can be changed in the page.

import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

function matching(query: string): ReadonlySignal<boolean> {
  const media = matchMedia(query);
  const matches = signal(media.matches);
  media.addEventListener("change", () => (matches.value = media.matches));
  return matches;
}

const system = matching("(prefers-color-scheme: dark)");

/** What the reader chose; kept nowhere but here. */
export const theme = signal<Theme>("auto");

export const dark = computed(() => (theme.value === "auto" ? system.value : theme.value === "dark"));

/** A phone: filters and panel lie over the view. */
export const narrow = matching("(max-width: 759px)");

/** A small window: the filters stay folded until they are asked for. */
export const snug = matching("(max-width: 1099px)");

effect(() => {
  document.documentElement.dataset.theme = dark.value ? "dark" : "light";
});

/** A colour of colors.css by its name ("person"), as the theme has it now: for what is drawn without CSS. */
export function color(name: string): string {
  void dark.value; // who draws with it draws again when the theme changes
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
