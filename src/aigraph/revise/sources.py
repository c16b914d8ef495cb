"""Which articles repeat the text of another, when some come and some go."""

from __future__ import annotations

from aigraph.fuse import are_one_source, sources
from aigraph.revise.scene import Scene


def changed_sources(scene: Scene) -> dict[str, str]:
    """Return the new source of each article that comes, and of each whose source changes.

    Looked at are the articles that repeat one another, directly or by way of others, from those that come and from
    those that repeat what goes.
    """
    frontier = set(scene.arriving)
    for document in scene.gone:
        frontier |= {near for near in _near(scene, scene.lookup.bands(document)) if near not in scene.gone}
    cluster: set[str] = set()
    while frontier:
        document = frontier.pop()
        cluster.add(document)
        one = scene.document(document)
        near = set(_near(scene, _bands(scene, document))) - cluster - frontier
        frontier |= {other for other in near if are_one_source(one, scene.document(other))}
    found = sources([scene.document(document) for document in sorted(cluster)])
    stay = {d for d in cluster if d not in scene.arriving and scene.lookup.source(d) == found[d]}
    return {document: found[document] for document in sorted(cluster - stay)}


def _bands(scene: Scene, document: str) -> list[str]:
    arriving = scene.arriving.get(document)
    return list(arriving.bands) if arriving else scene.lookup.bands(document)


def _near(scene: Scene, bands: list[str]) -> set[str]:
    """Return the articles that stay or come and share a band."""
    there = {near for band in bands for near in scene.lookup.articles_with_band(band)} - scene.gone
    return there | {arriving for band in bands for arriving in scene.arriving_with.get(band, ())}
