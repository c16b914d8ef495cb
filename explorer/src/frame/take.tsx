// Taking away: the current view as PNG and SVG, its rows as CSV, a link to it, the citation of what is selected.

import { useEffect, useRef, useState } from "preact/hooks";
import { cite } from "../cite";
import { texts, type Data } from "../data";
import { state } from "../state";
import { csv, download, fileName, png } from "../take";
import type { View } from "../view";
import { phrases } from "../words";

const words = phrases({
  take: ["Take away", "Emporter"],
  png: ["Picture (PNG)", "Image (PNG)"],
  svg: ["Picture, to be edited (SVG)", "Image modifiable (SVG)"],
  csv: ["Rows of this view (CSV)", "Lignes de cette vue (CSV)"],
  link: ["Link to this view", "Lien vers cette vue"],
  cite: ["Citation of the statement", "Citation de l'énoncé"],
  noPicture: ["this view has no picture", "cette vue n'a pas d'image"],
  noStatement: ["open a statement first", "ouvrez d'abord un énoncé"],
  copied: ["Copied", "Copié"],
  copy: ["To be copied", "À copier"],
  failed: ["The file could not be made: {0}", "Le fichier n'a pas pu être créé : {0}"],
});

interface Entry {
  name: "png" | "svg" | "csv" | "link" | "cite";
  /** Why it cannot be had now; "" when it can. */
  not: string;
  run(): Promise<void>;
}

export function Take({ data, view }: { data: Data; view: View }) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState<{ message: string; text: string } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const shut = () => (setOpen(false), setNote(null));
  const now = state.value;
  useEffect(shut, [now]); // what the menu speaks of has changed

  useEffect(() => {
    if (!open && !note) return;
    const outside = (event: Event) => root.current?.contains(event.target as Node) || shut();
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open, note]);
  useEffect(() => {
    if (open) root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [open]);

  const hand = async (text: string) => {
    // A file on disk may not be allowed to write to the clipboard: the text is there to be copied by hand.
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    setNote({ message: words(done ? "copied" : "copy"), text });
  };
  const picture = open ? (view.svg?.(data) ?? null) : null;
  const statement = now.selected.startsWith("statement:") ? data.statement.get(now.selected.slice("statement:".length)) : undefined;
  const entries: Entry[] = [
    { name: "png", not: picture ? "" : words("noPicture"), run: async () => download(await png(picture!), fileName(view.name, now, "png")) },
    {
      name: "svg",
      not: picture ? "" : words("noPicture"),
      run: async () => download(new Blob([picture!], { type: "image/svg+xml" }), fileName(view.name, now, "svg")),
    },
    {
      name: "csv",
      not: "",
      run: async () => {
        const rows = view.rows(data, await texts());
        download(new Blob([csv(rows)], { type: "text/csv;charset=utf-8" }), fileName(rows.name, now, "csv"));
      },
    },
    { name: "link", not: "", run: () => hand(location.href) },
    { name: "cite", not: statement ? "" : words("noStatement"), run: async () => hand(cite(statement!, await texts(), now.language)) },
  ];
  const run = async (entry: Entry) => {
    if (entry.not) return;
    setOpen(false);
    button.current?.focus();
    try {
      await entry.run();
    } catch (error) {
      setNote({ message: words("failed", (error as Error).message), text: "" });
    }
  };
  return (
    <div class="take" ref={root} onKeyDown={(event) => event.key === "Escape" && (open || note) && (event.preventDefault(), shut(), button.current?.focus())}>
      <button type="button" ref={button} aria-haspopup="menu" aria-expanded={open} onClick={() => (open ? shut() : (setNote(null), setOpen(true)))}>
        {words("take")}
      </button>
      {open && (
        <div role="menu" aria-label={words("take")} onKeyDown={(event) => walk(event, shut)}>
          {entries.map((entry) => (
            <button type="button" role="menuitem" tabIndex={-1} key={entry.name} aria-disabled={Boolean(entry.not)} onClick={() => run(entry)}>
              {words(entry.name)}
              {entry.not && <small>{entry.not}</small>}
            </button>
          ))}
        </div>
      )}
      <div role="status" class="take-note">
        {note && <p>{note.message}</p>}
        {note?.text && <textarea readOnly rows={Math.min(8, 1 + Math.ceil(note.text.length / 60))} aria-label={note.message} onFocus={(event) => event.currentTarget.select()}>{note.text}</textarea>}
      </div>
    </div>
  );
}

/** Arrows, Home and End go through a menu; Tab leaves it. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }, shut: () => void): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Tab") shut();
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
