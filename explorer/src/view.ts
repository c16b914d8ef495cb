// What every view is to the page: a tab, a picture, and rows and an image that can be taken away.

import type { ComponentType } from "preact";
import type { ViewName } from "./state";
import type { Data, Texts } from "./data";

export interface Rows {
  /** The name of the file, without suffix. */
  name: string;
  header: string[];
  rows: (string | number)[][];
}

export interface View {
  name: ViewName;
  /** The label of its tab, in the reader's language. */
  label(): string;
  Component: ComponentType<{ data: Data }>;
  /** The current rows, as the filters leave them. */
  rows(data: Data, texts: Texts): Rows;
  /** The current picture as an SVG document, or null where the view has none. */
  svg?(data: Data): string | null;
}
