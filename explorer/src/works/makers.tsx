// The makers of a work, one on a line: what they did, and where they are now, each leading to its sentence.

import { Certainty } from "../certainty";
import type { Statement } from "../data";
import { worded } from "../panel/sentence";
import { show, state } from "../state";
import { label, phrases } from "../words";
import type { Maker, Work } from "./made";
import { since, stands, whereWords } from "./maker";
import { Marks } from "./strip";

const words = phrases({
  of: ["The makers of {0}", "Les auteurs de {0}"],
  who: ["Maker", "Auteur"],
  what: ["Contribution", "Contribution"],
  now: ["Now at", "Désormais chez"],
  then: ["Then at", "Alors chez"],
  from: ["Came from", "Venant de"],
  since: ["Since", "Depuis"],
  certainty: ["Certainty", "Certitude"],
  made: ["{0}: the sentences that say that {1} made it", "{0} : les phrases qui disent que {1} en est l'auteur"],
  is: ["{0}: the sentences that say that {1} is there", "{0} : les phrases qui disent que {1} y est"],
  also: ["also said: {0}", "aussi cité : {0}"],
});

export function Makers({ work }: { work: Work }) {
  return (
    <table class="works-makers">
      <caption class="sr-only">{words("of", work.entity.label)}</caption>
      <thead>
        <tr>
          <th scope="col">{words("who")}</th>
          <th scope="col">{words("what")}</th>
          <th scope="col">{words(state.value.trueOn ? "then" : "now")}</th>
          <th scope="col">{words("from")}</th>
          <th scope="col">{words("since")}</th>
          <th scope="col">{words("certainty")}</th>
        </tr>
      </thead>
      <tbody>{work.makers.map((maker) => <Line key={maker.made.key} maker={maker} />)}</tbody>
    </table>
  );
}

function Line({ maker }: { maker: Maker }) {
  const { person, made, place, proof, others } = maker;
  const contribution = made.qualifiers.filter(({ name }) => name === "contribution" || name === "part").map(worded).join(", ") || label(made.relation.labels);
  return (
    <tr>
      <th scope="row"><button type="button" class="works-name" onClick={() => show(`entity:${person.id}`)}>{person.label}</button></th>
      <td><Proof of={made} text={contribution} name={words("made", contribution, person.label)} /></td>
      <td>
        <Marks places={[place]} />
        <Proof of={proof} text={stands(maker)} name={words("is", stands(maker), person.label)} />
        <span class="works-place">
          {place !== "somewhere" && place !== "unknown" && whereWords(place)}
          {others.length > 0 && ` ${words("also", others.map(({ organization }) => organization.label).join(", "))}`}
        </span>
      </td>
      <td data-head={proof?.origins.length ? words("from") : undefined}>{proof?.origins.map(({ label }) => label).join(", ")}</td>
      <td>{since(maker)}</td>
      <td>{proof && <Certainty modality={proof.modality} status={proof.status} />}</td>
    </tr>
  );
}

/** Words that lead to the statement which says so; plain where the filters leave none. */
const Proof = ({ of, text, name }: { of: Statement | undefined; text: string; name: string }) =>
  of ? <button type="button" class="works-link" aria-label={name} onClick={() => show(`statement:${of.key}`)}>{text}</button> : <>{text}</>;
