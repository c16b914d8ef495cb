"""What articles say, as templates: a sentence of some kind, by language, with the claims that it makes.

`{person}`, `{destination}` and the like stand for what a fact holds. A qualifier is claimed where its words stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aigraph.model import Modality


@dataclass(frozen=True)
class Pattern:
    """One claim of a kind of sentence: the slots of its ends, and the slot of each qualifier."""

    subject: str
    relation: str
    object: str
    qualifiers: Mapping[str, str]
    modality: Modality = Modality.ASSERTED
    fixed: tuple[tuple[str, str], ...] = ()


_MOVE = {"from": "origin", "role": "role", "date": "date"}

CLAIMS: Mapping[str, tuple[Pattern, ...]] = {
    "move": (Pattern("person", "movedTo", "destination", _MOVE),),
    "rumour": (Pattern("person", "movedTo", "destination", _MOVE, Modality.RUMOURED),),
    "plan": (Pattern("person", "movedTo", "destination", _MOVE, Modality.PLANNED),),
    "denial": (Pattern("person", "movedTo", "destination", {}, Modality.DENIED),),
    "post": (Pattern("person", "workedAt", "organization", {"role": "role"}, fixed=(("status", "current"),)),),
    "past": (
        Pattern(
            "person",
            "workedAt",
            "organization",
            {"role": "role", "duration": "duration", "start": "start", "end": "end"},
            fixed=(("status", "past"),),
        ),
    ),
    "departure": (Pattern("person", "left", "organization", {"date": "date", "role": "role"}),),
    "founding": (
        Pattern("person", "founded", "organization", {"date": "date"}),
        Pattern("organization", "foundedOn", "date", {"date": "date"}),
    ),
    "birth": (Pattern("organization", "foundedOn", "date", {"date": "date"}),),
    "creation": (Pattern("person", "coCreated", "model", {}, fixed=(("contribution", "creator"),)),),
    "maker": (Pattern("organization", "developed", "model", {"date": "date"}),),
    "approach": (Pattern("organization", "approached", "person", {"amount": "amount"}, Modality.REPORTED),),
    "refusal": (Pattern("person", "declined", "organization", {"amount": "amount"}),),
    "investment": (Pattern("investor", "investedIn", "organization", {"amount": "amount", "date": "date"}),),
    "filler": (),
}

TEMPLATES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": {
        "move": (
            "{person} left {origin} for {destination} in {date}.",
            "{person} joined {destination} from {origin} in {date} as {role}.",
            "In {date}, {destination} hired {person} from {origin}.",
            "{destination} has poached {person}, {role}, from its rival {origin}.",
            "{person}, who used to be with {origin}, joined {destination} in {date}.",
            "After a long stay at {origin}, {person} moved to {destination} in {date}.",
            "{person} has quit {origin} to join {destination} as {role}.",
            "{destination} appointed {person} as {role} in {date}.",
        ),
        "rumour": (
            "Rumour has it that {person} will join {destination}.",
            "{person} is rumoured to be leaving {origin} for {destination}.",
            "According to corridor gossip, {person} may join {destination} as {role}.",
        ),
        "plan": (
            "{person} plans to join {destination} from {origin}.",
            "{person} is expected to join {destination} in {date} as {role}.",
        ),
        "denial": (
            "{person} has not joined {destination}.",
            "{person} denied having joined {destination}.",
            "Contrary to what was written, {person} never joined {destination}.",
        ),
        "post": (
            "{person} is {role} at {organization}.",
            "{person}, {role} at {organization}, signed the letter too.",
            "{person} now works at {organization} as {role}.",
        ),
        "past": (
            "{person} worked at {organization} for {duration}.",
            "{person} spent {duration} at {organization} as {role}.",
            "{person} was {role} at {organization} from {start} to {end}.",
            "{person} is a former {role} of {organization}.",
        ),
        "departure": (
            "{person} left {organization} in {date}.",
            "{person} resigned from {organization} in {date}.",
            "{organization} lost {person}, {role}, in {date}.",
        ),
        "founding": (
            "{person} founded {organization} in {date}.",
            "{organization} was founded by {person} in {date}.",
            "{person} co-founded {organization} in {date}.",
        ),
        "birth": ("{organization} was founded in {date}.", "{organization} was set up in {date}."),
        "creation": (
            "{person} created {model}.",
            "{person} is one of the creators of {model}.",
            "{model} was created by {person} and a small team.",
        ),
        "maker": ("{organization} released {model} in {date}.", "{organization} developed {model}."),
        "approach": (
            "{organization} reportedly offered {person} {amount}.",
            "{organization} reportedly tried to recruit {person} with a package of {amount}.",
        ),
        "refusal": (
            "{person} turned down an offer from {organization}.",
            "{person} declined an offer of {amount} from {organization}.",
        ),
        "investment": (
            "{investor} invested {amount} in {organization}.",
            "{investor} put {amount} into {organization} in {date}.",
        ),
        "filler": (
            "The note to the staff had {number} lines and no figures.",
            "Nobody at the {place} office wanted to comment on {weekday}.",
            "A badge at the {place} site was switched off at {number} past nine.",
            "Of {number} people asked in {place}, most had heard of it over lunch.",
            "The market for {topic} has rarely been so short of hands.",
            "Whether {topic} will pay for such salaries remains to be seen.",
            "The {weekday} meeting on {topic} was put off for {number} days.",
            "In {place}, {number} desks are being moved to another floor.",
            "The team for {topic} had grown to {number} before the summer.",
        ),
    },
    "fr": {
        "move": (
            "{person} a quitté {origin} pour {destination} en {date}.",
            "{person} a rejoint {destination} en {date}, après {origin}.",
            "En {date}, {destination} a recruté {person}, qui travaillait chez {origin}.",
            "{destination} a débauché {person} chez son rival {origin}.",
            "Ancien de {origin}, {person} a rejoint {destination} en {date}.",
            "{person} est passé de {origin} à {destination} en {date}.",
            "{person} a rejoint {destination} comme {role} en {date}.",
            "{destination} a nommé {person} {role} en {date}.",
        ),
        "rumour": (
            "Selon la rumeur, {person} rejoindrait {destination}.",
            "{person} quitterait {origin} pour {destination}, dit-on.",
            "À en croire les bruits de couloir, {person} rejoindrait {destination} comme {role}.",
        ),
        "plan": (
            "{person} doit rejoindre {destination} en {date}.",
            "{person} s'apprête à quitter {origin} pour {destination}.",
        ),
        "denial": (
            "{person} n'a pas rejoint {destination}.",
            "{person} dément avoir rejoint {destination}.",
            "Contrairement à ce qui a été écrit, {person} n'a jamais rejoint {destination}.",
        ),
        "post": (
            "{person} est {role} chez {organization}.",
            "{person}, {role} chez {organization}, a signé la lettre aussi.",
            "{person} travaille désormais chez {organization} comme {role}.",
        ),
        "past": (
            "{person} a travaillé chez {organization} pendant {duration}.",
            "{person} a passé {duration} chez {organization} comme {role}.",
            "{person} a été {role} chez {organization} de {start} à {end}.",
            "{person} est un ancien de {organization}.",
        ),
        "departure": (
            "{person} a quitté {organization} en {date}.",
            "{person} a démissionné de {organization} en {date}.",
            "{organization} a perdu {person}, {role}, en {date}.",
        ),
        "founding": (
            "{person} a fondé {organization} en {date}.",
            "{organization} a été fondé par {person} en {date}.",
            "{person} a cofondé {organization} en {date}.",
        ),
        "birth": ("{organization} a été fondé en {date}.", "{organization} a vu le jour en {date}."),
        "creation": (
            "{person} a créé {model}.",
            "{person} est l'un des créateurs de {model}.",
            "{model} a été créé par {person} et une petite équipe.",
        ),
        "maker": ("{organization} a publié {model} en {date}.", "{organization} a développé {model}."),
        "approach": (
            "{organization} aurait proposé {amount} à {person}.",
            "{organization} aurait tenté de recruter {person} pour {amount}.",
        ),
        "refusal": (
            "{person} a refusé une offre de {organization}.",
            "{person} a décliné une offre de {amount} de {organization}.",
        ),
        "investment": (
            "{investor} a investi {amount} dans {organization}.",
            "{investor} a placé {amount} dans {organization} en {date}.",
        ),
        "filler": (
            "La note au personnel tient en {number} lignes et ne donne aucun chiffre.",
            "Personne, au bureau de {place}, n'a souhaité s'exprimer {weekday}.",
            "Un badge du site de {place} a été désactivé à neuf heures {number}.",
            "Sur {number} personnes interrogées à {place}, la plupart l'ont appris à la cantine.",
            "Le marché de {topic} a rarement manqué de bras à ce point.",
            "Reste à savoir si {topic} paiera de tels salaires.",
            "La réunion de {weekday} sur {topic} est repoussée de {number} jours.",
            "À {place}, {number} bureaux changent d'étage.",
            "L'équipe chargée de {topic} comptait {number} personnes avant l'été.",
        ),
    },
}

OPENINGS: Mapping[str, tuple[str, ...]] = {
    "en": ("As colleagues tell it, ", "Without much noise, ", "By all accounts, ", "Once again, ", "Meanwhile, "),
    "fr": ("Sans bruit, ", "De l'avis de tous, ", "Une fois encore, ", "Pendant ce temps, ", "Comme prévu, "),
}

REPORTED: Mapping[str, str] = {"en": "According to the {outlet}, ", "fr": "Selon le {outlet}, "}

ROLES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "head of research",
        "head of safety",
        "head of inference",
        "principal engineer",
        "research scientist",
        "product manager",
        "software architect",
        "member of technical staff",
        "head of partnerships",
        "data engineer",
    ),
    "fr": (
        "responsable de la recherche",
        "responsable de la sûreté",
        "responsable de l'inférence",
        "ingénieur principal",
        "scientifique",
        "chef de produit",
        "architecte logiciel",
        "membre de l'équipe technique",
        "responsable des partenariats",
        "spécialiste des données",
    ),
}

MONTHS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}

NUMBERS: Mapping[str, tuple[str, ...]] = {
    "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    "fr": ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
}
"""The numbers from two on, in words."""

YEARS: Mapping[str, str] = {"en": "{} years", "fr": "{} ans"}
MONEY: Mapping[str, str] = {"en": "${} million", "fr": "{} millions de dollars"}

WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi"),
}
TOPICS: Mapping[str, tuple[str, ...]] = {
    "en": (
        *(
            "speech recognition",
            "inference chips",
            "robot hands",
            "protein folding",
            "code review",
            "machine translation",
        ),
        *("weather models", "data labelling", "image search", "agent safety", "synthetic data", "model evaluation"),
    ),
    "fr": (
        *("la reconnaissance vocale", "la puce d'inférence", "la main robotique", "la traduction automatique"),
        *("la prévision du temps", "l'annotation de données", "la recherche d'images", "la sûreté des agents"),
        *("la donnée synthétique", "l'évaluation des modèles", "la relecture de code", "la robotique agricole"),
    ),
}
PLACES = (
    *("Zurich", "Lyon", "Toronto", "Austin", "Tallinn", "Nairobi", "Seoul", "Montreal", "Grenoble", "Porto"),
    *("Leeds", "Krakow", "Hyderabad", "Nantes", "Boston", "Osaka", "Ghent", "Tunis", "Dakar", "Lima"),
)
