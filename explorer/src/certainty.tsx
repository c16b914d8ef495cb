// How sure a statement is, for eyes: a line drawn as its edges are, and the word; its status, unless it is accepted.

import type { Modality, Status } from "./data";
import { say } from "./words";

/** The dashes of each certainty, in units of the stroke; a denied line is crossed out. */
const DASHES: Record<Modality, string> = { asserted: "", reported: "6 2", rumoured: "1.5 2.5", planned: "6 2 1.5 2", denied: "" };

export function Certainty({ modality, status = "accepted" }: { modality: Modality; status?: Status }) {
  return (
    <span class="certainty" data-modality={modality}>
      <svg viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
        <line x1="1" y1="4" x2="21" y2="4" stroke-dasharray={DASHES[modality]} />
        {modality === "denied" && <path d="M8 1 14 7M14 1 8 7" />}
      </svg>
      {say(modality)}
      {status !== "accepted" && <StatusWord status={status} />}
    </span>
  );
}

export const StatusWord = ({ status }: { status: Status }) => (
  <span class="status" data-status={status}>{say(status)}</span>
);
