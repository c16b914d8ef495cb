"""The words of the page, in English and in French; the names of relations and classes come from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "fr")

_TABLE: Mapping[str, tuple[str, str]] = {
    "people": ("people", "personnes"),
    "organizations": ("organisations", "organisations"),
    "moves": ("moves", "mouvements"),
    "articles": ("articles", "articles"),
    "graph": ("Graph", "Graphe"),
    "list": ("List", "Liste"),
    "search": ("Find a person, an organisation…", "Chercher une personne, une organisation…"),
    "no_match": ("No such name here", "Aucun nom de ce genre ici"),
    "show": ("Show", "Afficher"),
    "unconfirmed_too": ("unconfirmed", "non confirmé"),
    "zoom_in": ("Zoom in", "Agrandir"),
    "zoom_out": ("Zoom out", "Réduire"),
    "fit": ("Show everything", "Tout voir"),
    "close": ("Close", "Fermer"),
    "picture": (
        "Graph of who moved where. The List tab says the same in words.",
        "Graphe de qui est parti où. L'onglet Liste dit la même chose en mots.",
    ),
    "person": ("person", "personne"),
    "organization": ("organisation", "organisation"),
    "artifact": ("model, other work", "modèle, autre œuvre"),
    "from_line": ("where from", "d'où"),
    "balance": ("Who gained, who lost", "Qui gagne, qui perd"),
    "balance_note": (
        "People who left and people who arrived, as the lines shown have it. A click on a line or a name shows the "
        "sentences that prove it.",
        "Départs et arrivées, d'après les traits affichés. Un clic sur un trait ou un nom montre les phrases qui le "
        "prouvent.",
    ),
    "departures": ("left", "départs"),
    "arrivals": ("arrived", "arrivées"),
    "asserted": ("stated as fact", "affirmé"),
    "reported": ("reported", "rapporté"),
    "rumoured": ("rumoured", "rumeur"),
    "planned": ("planned", "projeté"),
    "denied": ("denied", "démenti"),
    "accepted": ("accepted", "admis"),
    "disputed": ("disputed", "contesté"),
    "unconfirmed": ("unconfirmed", "non confirmé"),
    "refuted": ("refuted", "réfuté"),
    "superseded": ("superseded", "remplacé"),
    "confidence": ("confidence", "confiance"),
    "source": ("independent source", "source indépendante"),
    "sources": ("independent sources", "sources indépendantes"),
    "evidence": ("The words that prove it", "Les mots qui le prouvent"),
    "according_to": ("according to", "d'après"),
    "rule": ("rule", "règle"),
    "reasons": ("Why this confidence", "Pourquoi cette confiance"),
    "aliases": ("also called", "aussi appelé"),
    "part_of": ("part of", "fait partie de"),
    "statements": ("What the articles say", "Ce que disent les articles"),
    "who": ("Person", "Personne"),
    "from": ("From", "D'où"),
    "to": ("To", "Vers"),
    "date": ("Date", "Date"),
    "certainty": ("Certainty", "Certitude"),
    "moves_title": ("Moves", "Mouvements"),
    "others_title": ("Everything else shown", "Tout le reste de ce qui est affiché"),
    "subject": ("Who", "Qui"),
    "relation": ("Did what", "A fait quoi"),
    "object": ("To whom, where", "À qui, où"),
    "unknown_article": ("article without a title", "article sans titre"),
    "nothing": ("Nothing to show with these choices.", "Rien à afficher avec ces choix."),
    "limit": (
        "Only the {shown} strongest of {total} lines are drawn, moves first; “aigraph export explorer” draws them all.",
        "Seuls les {shown} traits les plus sûrs sur {total} sont tracés, les mouvements d'abord ; « aigraph export "
        "explorer » les trace tous.",
    ),
    "no_script": (
        "This page draws its graph with a script that is inside it; your browser does not run scripts.",
        "Cette page trace son graphe avec un script qu'elle contient ; votre navigateur n'exécute pas de scripts.",
    ),
}


def words(language: str) -> dict[str, str]:
    """Return the words of the page in "en" or "fr", by key."""
    column = LANGUAGES.index(language)
    return {key: row[column] for key, row in _TABLE.items()}
