"""The page's own words, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("en", "fr")

_ENGLISH = {
    "subtitle": "The ontology of aigraph",
    "introduction": "aigraph reads articles about who works on artificial intelligence, and where. This page says what "
    "its graph can hold: what each relation, each detail and each class means, what a query can ask, and what a graph "
    "must keep to. Every statement of a graph leads to the sentences that prove it.",
    "statements": "Each relation is there twice. A statement is a node of its own, with its dates, details, standing "
    "and claims; a statement that is accepted also has a direct edge, for short queries. What is denied has none.",
    "address": "Address of the terms",
    "version": "Version",
    "licence": "Licence",
    "for_machines": "For machines",
    "contents": "Contents",
    "relations": "Relations",
    "qualifiers": "Details of a statement",
    "classes": "Classes",
    "properties": "Properties",
    "annotations": "How relations are described",
    "rules": "Rules of a valid graph",
    "prefixes": "Prefixes",
    "rules_note": "What ontology/shapes.ttl (SHACL) asks for, in words. “aigraph check” holds a graph to it.",
    "prefixes_note": "“aigraph query” knows them without a declaration.",
    "joins": "Joins",
    "node": "Its statements",
    "ends": "ends",
    "details": "Details",
    "entails": "Entails",
    "drawn": "Drawn",
    "not_drawn": "not as an edge",
    "weight": "weight",
    "edge": "Direct edge",
    "example": "Example",
    "query": "Query",
    "below": "Kind of",
    "has_kinds": "Its kinds",
    "holds": "Statements of",
    "from": "From",
    "to": "To",
    "of": "Of the relations",
    "kind": "Values",
    "choices": "One of",
    "start": "bounds the start",
    "end": "bounds the end",
    "subject": "subject",
    "object": "object",
    "date": "a date",
    "duration": "a duration",
    "money": "an amount of money",
    "number": "a number",
    "choice": "a choice",
    "words": "words of the article",
    "entity": "someone or something",
}

_FRENCH = {
    "subtitle": "L'ontologie d'aigraph",
    "introduction": "aigraph lit des articles sur ceux qui travaillent à l'intelligence artificielle, et sur les lieux "
    "où ils le font. Cette page dit ce que son graphe peut contenir : ce que veut dire chaque relation, chaque détail "
    "et chaque classe, ce qu'une requête peut demander, et ce qu'un graphe doit respecter. Chaque énoncé d'un graphe "
    "mène aux phrases qui le prouvent.",
    "statements": "Chaque relation existe deux fois. Un énoncé est un nœud, avec ses dates, ses détails, son statut et "
    "ses affirmations ; un énoncé admis a aussi une arête directe, pour les requêtes courtes. Ce qui est démenti n'en "
    "a pas.",
    "address": "Adresse des termes",
    "version": "Version",
    "licence": "Licence",
    "for_machines": "Pour les machines",
    "contents": "Sommaire",
    "relations": "Relations",
    "qualifiers": "Détails d'un énoncé",
    "classes": "Classes",
    "properties": "Propriétés",
    "annotations": "Ce qui décrit les relations",
    "rules": "Règles d'un graphe valide",
    "prefixes": "Préfixes",
    "rules_note": "Ce que demande ontology/shapes.ttl (SHACL), en mots. « aigraph check » y soumet un graphe.",
    "prefixes_note": "« aigraph query » les connaît sans déclaration.",
    "joins": "Relie",
    "node": "Ses énoncés",
    "ends": "extrémités",
    "details": "Détails",
    "entails": "Implique",
    "drawn": "Dessin",
    "not_drawn": "pas comme une arête",
    "weight": "poids",
    "edge": "Arête directe",
    "example": "Exemple",
    "query": "Requête",
    "below": "Sorte de",
    "has_kinds": "Ses sortes",
    "holds": "Énoncés de",
    "from": "De",
    "to": "Vers",
    "of": "Des relations",
    "kind": "Valeurs",
    "choices": "L'un de",
    "start": "borne le début",
    "end": "borne la fin",
    "subject": "sujet",
    "object": "objet",
    "date": "une date",
    "duration": "une durée",
    "money": "une somme d'argent",
    "number": "un nombre",
    "choice": "un choix",
    "words": "des mots de l'article",
    "entity": "quelqu'un ou quelque chose",
}


def words() -> Mapping[str, Mapping[str, str]]:
    """Return each word of the page by its name, and then by language."""
    return {name: {"en": _ENGLISH[name], "fr": _FRENCH[name]} for name in _ENGLISH}
