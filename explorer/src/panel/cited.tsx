// The citation of a statement, copied; where the browser refuses the clipboard, shown to be copied by hand.

import { useState } from "preact/hooks";
import { cite } from "../cite";
import type { Statement } from "../data";
import { state } from "../state";
import { phrases } from "../words";
import { useTexts } from "./sentences";

const words = phrases({
  copy: ["Copy citation", "Copier la citation"],
  copied: ["Citation copied.", "Citation copiée."],
  select: ["Copy this text:", "Copiez ce texte :"],
});

export function Cited({ statement }: { statement: Statement }) {
  const texts = useTexts();
  const [said, setSaid] = useState<"copied" | "select" | null>(null);
  const text = texts ? cite(statement, texts, state.value.language) : "";
  const copy = () =>
    // A page from a file may be refused the clipboard, or have none.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(() => setSaid("copied"), () => setSaid("select"));
  return (
    <div class="panel-cited">
      <button type="button" class="panel-button" disabled={!texts} onClick={copy}>{words("copy")}</button>
      <span role="status">{said && words(said)}</span>
      {said === "select" && (
        <textarea
          readOnly
          rows={6}
          aria-label={words("select")}
          value={text}
          ref={(area) => area?.select()}
        />
      )}
    </div>
  );
}
