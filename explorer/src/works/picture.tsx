// The works as a picture to take away: a line each, its makers as marks by where they are.

import { fit, widthOf } from "../picture";
import { label, phrases } from "../words";
import { byPlace, type Place, type Work } from "./made";
import { names, whereWords } from "./maker";

const words = phrases({ more: ["and {0} other works", "et {0} autres œuvres"] });

const [WIDTH, LINE, HEAD, LEFT, MARK, SIZE] = [960, 42, 30, 300, 11, 13];
const MOST = 40; // works
const COLORS: Record<Place, string> = { there: "var(--organization)", elsewhere: "var(--person)", somewhere: "var(--soft)", unknown: "var(--soft)" };

function Mark({ x, y, place }: { x: number; y: number; place: Place }) {
  if (place === "elsewhere") return <circle cx={x + MARK / 2} cy={y} r={MARK / 2} fill={COLORS[place]} />;
  const hollow = place === "unknown";
  return (
    <rect x={x} y={y - MARK / 2} width={MARK} height={MARK} fill={hollow ? "none" : COLORS[place]} stroke={COLORS[place]} stroke-dasharray={hollow ? "2 2" : undefined} />
  );
}

function Line({ work, y }: { work: Work; y: number }) {
  const { entity, developed, makers } = work;
  const under = [label(entity.type.labels), ...developed.map(({ subject }) => subject.label)].join(", ");
  let x = LEFT;
  return (
    <g>
      <line x1={0} x2={WIDTH} y1={y} y2={y} stroke="var(--line)" />
      <text x={0} y={y + 18} font-size={14} font-weight={600} fill="var(--ink)">{fit(entity.label, LEFT - 24, 14, 600)}</text>
      <text x={0} y={y + 34} font-size={12} fill="var(--soft)">{fit(under, LEFT - 24, 12)}</text>
      {byPlace(makers).map(({ organization, makers: group }) => {
        const name = `${organization?.label ?? whereWords("unknown")}${group.length > 1 ? ` ${group.length}` : ""}`;
        const marks = group.slice(0, 20);
        const at = x;
        const end = at + marks.length * (MARK + 2) + 6;
        x = end + widthOf(name, SIZE) + 24;
        if (end > WIDTH - 60) return null;
        return (
          <g key={organization?.id ?? ""}>
            {marks.map(({ place }, n) => <Mark key={n} x={at + n * (MARK + 2)} y={y + 13} place={place} />)}
            <text x={end} y={y + 18} font-size={SIZE} fill="var(--ink)">{fit(name, WIDTH - end, SIZE)}</text>
          </g>
        );
      })}
      <text x={LEFT} y={y + 34} font-size={12} fill="var(--soft)">{fit(names(makers), WIDTH - LEFT, 12)}</text>
    </g>
  );
}

export function Picture({ works, places }: { works: Work[]; places: Place[] }) {
  const drawn = works.slice(0, MOST);
  const height = HEAD + drawn.length * LINE + 36;
  let x = 0;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height}>
      {places.map((place) => {
        const at = x;
        x += MARK + 6 + widthOf(whereWords(place), 12) + 20;
        return (
          <g key={place}>
            <Mark x={at} y={HEAD - 14} place={place} />
            <text x={at + MARK + 6} y={HEAD - 10} font-size={12} fill="var(--soft)">{whereWords(place)}</text>
          </g>
        );
      })}
      {drawn.map((work, n) => <Line key={work.entity.id} work={work} y={HEAD + n * LINE} />)}
      {works.length > MOST && <text x={0} y={height - 14} font-size={12} fill="var(--soft)">{words("more", works.length - MOST)}</text>}
    </svg>
  );
}
