"""Put FollowTheMoney entities into a store of nomenklatura, and match them against it (run by `benchmarks.rival`).

Prints what it took, in seconds, as one line of JSON.
"""

# mypy: disable-error-code="import-not-found"

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker import Index
from nomenklatura.matching import DedupeAlgorithm, ScoringConfig
from nomenklatura.resolver import Linker
from nomenklatura.store.level import LevelDBStore


def main() -> None:
    step, lines, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    dataset = Dataset.make({"name": "news", "title": "News"})
    began = time.perf_counter()
    store = LevelDBStore(dataset, Linker[StatementEntity]({}), folder / "leveldb")
    given = []
    with store.writer() as writer, lines.open(encoding="utf-8") as file:
        for line in file:
            entity = StatementEntity.from_data(dataset, json.loads(line), cleaned=False)
            writer.add_entity(entity)
            if step == "add":
                given.append(entity)
    took = {"write": time.perf_counter() - began}
    if step == "add":
        began = time.perf_counter()
        view = store.default_view()
        index = Index(view, folder / "index")
        index.build()
        took["index"] = time.perf_counter() - began
        began = time.perf_counter()
        pairs = 0
        config = ScoringConfig.defaults()
        for entity_id, matches in index.match_entities(e for e in given if e.schema.matchable):
            left = view.get_entity(entity_id.id)
            for other, _ in matches:
                right = view.get_entity(other.id)
                if left and right and other.id != entity_id.id and left.schema.can_match(right.schema):
                    DedupeAlgorithm.compare(left, right, config)
                    pairs += 1
        index.close()
        took["match"] = time.perf_counter() - began
        took["pairs"] = pairs
    store.close()
    took["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({name: round(value, 3) for name, value in took.items()}))


if __name__ == "__main__":
    main()
