// The filters, each choice with the number of statements that it would leave.

import type { Data } from "../data";

export function Filters({ data }: { data: Data }) {
  return <form class="filters" aria-label="filters">{data.relations.length}</form>;
}
