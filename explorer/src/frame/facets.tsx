// Each kind of filter with its choices.

import type { Data } from "../data";

export function Facets({ data }: { data: Data }) {
  return <p hidden>{data.relations.length}</p>;
}
