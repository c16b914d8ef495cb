// A box that finds people, organisations, works and articles by name or alias, and opens them in the panel.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Data } from "../data";
import { show } from "../state";
import { label, phrases } from "../words";
import { names, search, type Hit } from "./names";

const LIMIT = 10;

const words = phrases({
  label: ["Search a person, an organisation, a model, an article", "Chercher une personne, une organisation, un modèle, un article"],
  hint: ["Search people, organisations, models", "Personne, organisation, modèle…"],
  results: ["{0} found", "{0} trouvé(s)"],
  none: ["Nothing by this name.", "Rien à ce nom."],
  statement: ["1 statement", "1 énoncé"],
  statements: ["{0} statements", "{0} énoncés"],
  article: ["article", "article"],
});

export function Search({ data }: { data: Data }) {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const hits = useMemo(() => search(data, text, LIMIT), [data, text]);
  const asked = open && text.trim() !== "";
  const listed = asked && hits.length > 0;
  useSlash(box);
  useIdle(() => names(data));

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setText("");
    setOpen(false);
    show(hit.entity ? `entity:${hit.entity.id}` : `article:${hit.article!.id}`);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      setOpen(true);
      // From the box down to the first, up to the last; the box itself lies between them.
      setActive(listed ? ((active + 1 + step + hits.length + 1) % (hits.length + 1)) - 1 : -1);
    } else if (event.key === "Enter") choose(hits[Math.max(active, 0)]);
    else if (event.key === "Escape" && asked) {
      setOpen(false);
      setActive(-1);
    } else return;
    event.preventDefault();
  };
  return (
    <div class="search" role="search" onFocusOut={() => setOpen(false)}>
      <input
        ref={box}
        type="search"
        role="combobox"
        list={undefined}
        aria-label={words("label")}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls="search-list"
        aria-activedescendant={listed && active >= 0 ? `search-${active}` : undefined}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={words("hint")}
        value={text}
        onFocus={() => names(data)}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={keys}
      />
      <ul id="search-list" class="search-list" role="listbox" aria-label={words("label")} hidden={!listed}>
        {listed && hits.map((hit, n) => (
          <li
            key={n}
            id={`search-${n}`}
            role="option"
            aria-selected={n === active}
            // Before the box loses the focus, and the list with it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <Found hit={hit} />
          </li>
        ))}
      </ul>
      <p role="status" class={asked && !hits.length ? "search-none" : "sr-only"}>
        {asked && (hits.length ? words("results", hits.length) : words("none"))}
      </p>
    </div>
  );
}

function Found({ hit: { entity, article, name } }: { hit: Hit }) {
  if (!entity) {
    return <><span class="search-name">{name}</span> <span class="search-said">{[words("article"), article!.publisher].filter(Boolean).join(" · ")}</span></>;
  }
  const count = entity.statements.length;
  return (
    <>
      <span class="search-name">{name === entity.label ? name : <>{name} <span class="search-arrow">→</span> {entity.label}</>}</span>{" "}
      <span class="search-said">
        <span class="search-kind" data-kind={entity.kind}>{label(entity.type.labels)}</span> · {count === 1 ? words("statement") : words("statements", count)}
      </span>
    </>
  );
}

/** "/" goes to the box, unless the reader is writing. */
function useSlash(box: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || target.closest?.("input, textarea, select")) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Once the page has nothing else to do. */
function useIdle(task: () => void): void {
  useEffect(() => {
    // Safari has no requestIdleCallback.
    const wait = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 500));
    wait(task);
  }, []);
}
