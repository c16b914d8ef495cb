"""What a notebook shows of a graph: the quick page in a frame, and the strongest moves as a table.

The frame is a world of its own: its scripts cannot reach the notebook. Viewers that strip frames, as GitHub does, show
the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jinja2 import Environment, StrictUndefined

from aigraph.model import Document, Statement

ROWS = 20

_TEMPLATE = """\
{% if page %}
{# popups: an article opens in a tab of its own #}
<iframe title="{{ title }}" width="100%" height="640" frameborder="0"
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" srcdoc="{{ page }}"></iframe>
<details><summary>{{ counts }}</summary>
{% else %}
<p>{{ counts }}, too many to draw here: <code>graph.explore()</code> opens the page for a graph of any size.</p>
{% endif %}
{% if rows %}
<table>
<thead><tr><th>Who</th><th>From</th><th>To</th><th>When</th><th>Sentence</th><th>Article</th></tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}
</tbody>
</table>
{% endif %}
{% if page %}</details>{% endif %}
"""


def notebook(
    statements: Iterable[Statement],
    documents: Mapping[str, Document],
    *,
    moves: Iterable[Statement],
    page: str | None,
    title: str,
) -> str:
    """Return HTML for a notebook: the page, None when the graph is too large for it, and moves as a table."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    counts = f"{sum(1 for _ in statements)} statements from {len(documents)} articles"
    rows = [_row(statement, documents) for statement in moves][:ROWS]
    return environment.from_string(_TEMPLATE).render(page=page, counts=counts, rows=rows, title=title)


def _row(statement: Statement, documents: Mapping[str, Document]) -> tuple[str, ...]:
    evidence = min(statement.claims, key=lambda claim: claim.modality.rank).evidence
    document = documents.get(evidence.document)

    def said(name: str) -> str:
        return ", ".join(q.text if q.type else q.value for q in statement.qualifiers if q.name == name)

    return (
        statement.subject.label,
        said("from"),
        statement.object.label,
        said("date").replace("/", " – "),
        evidence.quote,
        document.name if document else "",
    )
