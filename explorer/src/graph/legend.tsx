// What the shapes and lines of the graph mean, and the same graph as a list of buttons.

import type { Scope } from "../state";
import { show } from "../state";
import { phrases, say } from "../words";
import { told } from "./canvas";
import { dashes, outline } from "./geometry";
import { LINES, type Line, type Scene } from "./scene";
import { words } from "./words";
import type { Kind } from "../data";

const KINDS: Kind[] = ["organization", "person", "work"];

export function Legend({ scope, lines }: { scope: Scope; lines: ReadonlySet<Line> }) {
  return (
    <ul class="graph-legend" aria-label={words("legend")}>
      {scope === "organizations" ? (
        <li>{words("plus")}</li>
      ) : (
        KINDS.map((kind) => (
          <li key={kind}>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <path d={outline({ kind }, { x: 7, y: 7 }, kind === "organization" ? 6 : 4)} fill={`var(--${kind})`} />
              {kind === "organization" && <circle cx="7" cy="7" r="3.6" fill="none" stroke="var(--ground)" />}
            </svg>
            {say(kind)}
          </li>
        ))
      )}
      {scope !== "organizations" && <li>{words("arrow")}</li>}
      {LINES.filter((line) => lines.has(line)).map((line) => (
        <li key={line}>
          <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
            <path d="M1 4H35" stroke={`var(--${line})`} stroke-width={line === "disputed" ? 4 : 2} stroke-dasharray={dashes(line, 2).join(" ")} stroke-linecap={line === "rumoured" ? "round" : "butt"} />
            {line === "disputed" && <path d="M1 4H35" stroke="var(--ground)" stroke-width="1.4" />}
          </svg>
          {say(line)}
        </li>
      ))}
    </ul>
  );
}

const MOST = 100;
const list = phrases({
  summary: ["The same as a list", "La même chose en liste"],
  links: ["Flows and links, the strongest first", "Flux et liens, les plus forts d’abord"],
  spots: ["People, organisations and works", "Personnes, organisations et œuvres"],
  first: ["The first {0} of {1}.", "Les {0} premiers sur {1}."],
});

export function List({ scene }: { scene: Scene }) {
  const links = scene.links.filter(({ hidden }) => !hidden).reverse();
  const spots = scene.spots.filter(({ hidden }) => !hidden);
  return (
    <>
      <h2>{list("links")}</h2>
      {links.length > MOST && <p>{list("first", MOST, links.length)}</p>}
      <ul>
        {links.slice(0, MOST).map((link) => (
          <li key={link.id}>
            <button type="button" class="link" onClick={() => show(link.opens)}>{told(null, link)}</button>
          </li>
        ))}
      </ul>
      <h2>{list("spots")}</h2>
      {spots.length > MOST && <p>{list("first", MOST, spots.length)}</p>}
      <ul>
        {spots.slice(0, MOST).map((spot) => (
          <li key={spot.id}>
            <button type="button" class="link" onClick={() => show(`entity:${spot.id}`)}>{told(spot, null)}</button>
          </li>
        ))}
      </ul>
    </>
  );
}
