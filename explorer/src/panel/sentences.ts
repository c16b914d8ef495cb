// The sentences and reasons, once they are decoded: what shows them draws a skeleton until then.

import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { texts, type Texts } from "../data";

const decoded = signal<Texts | null>(null);

export function useTexts(): Texts | null {
  useEffect(() => {
    if (!decoded.peek()) void texts().then((value) => (decoded.value = value));
  }, []);
  return decoded.value;
}
