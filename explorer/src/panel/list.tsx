// A list that shows its first items, and more of them when asked.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { say } from "../words";

const MORE = 100;

export function List<T>({ of, each, first = 8, name }: { of: readonly T[]; each: (item: T) => ComponentChildren; first?: number; name?: string }) {
  const [shown, setShown] = useState(first);
  // One more line costs less room than a button that says so.
  const count = of.length <= shown + 1 ? of.length : shown;
  return (
    <>
      <ul class="panel-list" aria-label={name}>{of.slice(0, count).map((item, n) => <li key={n}>{each(item)}</li>)}</ul>
      {count < of.length && (
        <button type="button" class="panel-more" onClick={() => setShown(count + MORE)}>
          {say("more", Math.min(MORE, of.length - count))}
        </button>
      )}
    </>
  );
}
