"""What the same step costs elsewhere: one article more in a store of nomenklatura (the engine of OpenSanctions).

It is what people of this field keep a growing graph of entities in: statements with their sources in LevelDB, names
matched by blocking and weighted scores, decisions kept. `load` fills its store with the same articles, `add` puts one
more in and matches its people and organisations against all others. Its blocking index is made anew from the whole
store, as its own `xref` does. This module needs no nomenklatura; the program that it writes and runs does:

    python -m benchmarks.rival load 100000 FOLDER --python /path/with/nomenklatura/bin/python
    python -m benchmarks.rival add 100000 FOLDER --python ...
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from aigraph.model import Claim, Mention, Reading
from benchmarks.articles import Articles

PROGRAM = Path(__file__).with_name("nomenklatura_store.py")

_LINKS = {
    "workedAt": ("Employment", "employee", "employer"),
    "movedTo": ("Employment", "employee", "employer"),
    "left": ("Employment", "employee", "employer"),
    "founded": ("Ownership", "owner", "asset"),
    "investedIn": ("Ownership", "owner", "asset"),
}
_THINGS = {"Person": "Person", "Organization": "Company"}


def entities(reading: Reading) -> Iterator[dict[str, object]]:
    """Return an article as FollowTheMoney entities: who and what is named, and one link for each claim."""
    named: dict[str, dict[str, object]] = {}
    for claim in reading.claims:
        for mention in (claim.subject, claim.object):
            if mention.type in _THINGS:
                named[_id(mention)] = {
                    "id": _id(mention),
                    "schema": _THINGS[mention.type],
                    "properties": {"name": [mention.name]},
                }
    yield from named.values()
    for claim in reading.claims:
        if _id(claim.subject) in named and _id(claim.object) in named and _id(claim.subject) != _id(claim.object):
            yield _link(claim, reading)


def _link(claim: Claim, reading: Reading) -> dict[str, object]:
    schema, subject, object_ = _LINKS.get(claim.relation, ("UnknownLink", "subject", "object"))
    said = {
        subject: [_id(claim.subject)],
        object_: [_id(claim.object)],
        "role": [*claim.values("role"), claim.relation],
        "date": [value for value in claim.values("date") if "/" not in value],
        "description": [claim.evidence.quote],
        "sourceUrl": [reading.document.url or ""],
        "publisher": [reading.document.publisher or ""],
    }
    return {"id": f"link-{claim.id}", "schema": schema, "properties": said}


def _id(mention: Mention) -> str:
    return f"{mention.type.lower()}-{hashlib.sha1(mention.name.encode()).hexdigest()[:16]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("load", "add"))
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", default="python")
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    articles = Articles(given.seed)
    chosen = articles.first(given.articles) if given.step == "load" else iter([articles(given.articles)])
    given.folder.mkdir(parents=True, exist_ok=True)
    lines = given.folder / f"{given.step}.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for reading in chosen:
            file.writelines(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(reading))
    subprocess.run([given.python, str(PROGRAM), given.step, str(lines), str(given.folder)], check=True)


if __name__ == "__main__":
    main()
