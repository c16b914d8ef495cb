// The words of the graph, English and French.

import { phrases } from "../words";

export const words = phrases({
  label: ["Graph", "Graphe"],
  organizations: ["Organisations", "Organisations"],
  around: ["Surroundings", "Voisinage"],
  full: ["Everything", "Tout"],
  scope: ["What the graph shows", "Ce que montre le graphe"],
  cut: ["The {0} strongest of {1} flows are drawn.", "Les {0} flux les plus forts sur {1} sont tracés."],
  apart: [
    "{0} more organisations without a known move between them: see Everything.",
    "{0} autres organisations sans mouvement connu entre elles : voir Tout.",
  ],
  canvas: [
    "Graph. Arrow keys move it, plus and minus zoom, 0 shows all of it.",
    "Graphe. Les flèches le déplacent, plus et moins zooment, 0 le montre en entier.",
  ],
  closer: ["Zoom in", "Agrandir"],
  farther: ["Zoom out", "Réduire"],
  fit: ["Show all", "Tout afficher"],
  came: ["{0} came", "arrivées : {0}"],
  went: ["{0} left", "départs : {0}"],
  people: ["{0} people", "{0} personnes"],
  person: ["1 person", "1 personne"],
  legend: ["How to read it", "Comment le lire"],
  plus: ["+ came, − left", "+ arrivées, − départs"],
  list: ["As a list", "En liste"],
  none: ["No known move from one organisation to another.", "Aucun mouvement connu d’une organisation à une autre."],
  noWebGL: [
    "This browser has no WebGL: a still drawing is shown instead. Tables and the other views work as usual.",
    "Ce navigateur n’a pas WebGL : un dessin fixe est affiché. Les tableaux et les autres vues fonctionnent normalement.",
  ],
});
