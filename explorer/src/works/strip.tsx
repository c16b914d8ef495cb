// Makers as marks: filled for who is with the developer, round for who is elsewhere, hollow for who is nowhere known.

import { show } from "../state";
import { byPlace, type Maker, type Place } from "./made";
import { whereWords } from "./maker";

const MOST = 40; // marks of one group: beyond, the number says it

export const Marks = ({ places }: { places: Place[] }) => (
  <span class="works-marks" aria-hidden="true">
    {places.slice(0, MOST).map((place, n) => <span key={n} data-place={place} />)}
    {places.length > MOST && "…"}
  </span>
);

export const Legend = ({ places }: { places: Place[] }) => (
  <ul class="works-legend">
    {places.map((place) => <li key={place}><Marks places={[place]} />{whereWords(place)}</li>)}
  </ul>
);

/** The makers of a work by where they are now; the organisations lead to their cards. */
export function Strip({ makers }: { makers: Maker[] }) {
  return (
    <ul class="works-strip">
      {byPlace(makers).map(({ organization, makers: group }) => (
        <li key={organization?.id ?? ""}>
          <Marks places={group.map(({ place }) => place)} />
          {organization ? (
            <button type="button" class="works-link" onClick={() => show(`entity:${organization.id}`)}>{organization.label}</button>
          ) : (
            <span>{whereWords(group.every(({ place }) => place === "elsewhere") ? "elsewhere" : "unknown")}</span>
          )}
          {group.length > 1 && <span class="works-number">{group.length}</span>}
        </li>
      ))}
    </ul>
  );
}
