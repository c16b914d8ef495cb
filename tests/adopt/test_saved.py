from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aigraph.adopt import Saved, read_saved
from aigraph.adopt.saved import Arc, Vertex
from aigraph.errors import InputError
from aigraph.export import NETWORKS

NODES = '<nodes><node id="a" label="A"/><node id="b" label="B"/></nodes>'
GEXF = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph>'
    '<attributes class="node"><attribute id="0" title="Judgement" type="string"/></attributes>'
    '<attributes class="edge"><attribute id="0" title="statement" type="string"/>'
    '<attribute id="1" title="url" type="string"/></attributes>'
    '<nodes><node id="a" label="A"><attvalues><attvalue for="0" value=" same B "/></attvalues></node>'
    '<node id="b" label="B"/></nodes>'
    '<edges><edge id="7" source="a" target="b" kind="movedTo 2"><attvalues><attvalue for="0" value="0123"/>'
    '<attvalue for="1" value="https://example.org"/></attvalues></edge></edges></graph></gexf>'
)
GRAPHML = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="label" attr.name="label" for="node"/>'
    '<key id="judgement" attr.name="Judgement" for="all"/><key id="s" attr.name="statement" for="edge"/><graph>'
    '<node id="a"><data key="label">A</data><data key="judgement">same B</data></node>'
    '<node id="b"><data key="label">B</data></node>'
    '<edge id="7" source="a" target="b" label="movedTo 2"><data key="s">0123</data></edge></graph></graphml>'
)
BOMB = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
READ = Saved(
    {"a": Vertex("a", "A", {"judgement": "same B"}), "b": Vertex("b", "B", {})},
    [Arc("7", "a", "b", "movedTo", {"statement": "0123"})],
)


@pytest.mark.parametrize(
    "text", [GEXF, GRAPHML, "\ufeff" + GEXF, GEXF.replace("<graph>", "<!-- a -->\n<?b c?><graph>")]
)
def test_nodes_edges_and_the_cells_of_use_are_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "edited"
    path.write_text(text, encoding="utf-8")
    found = read_saved(path)
    assert {key: (v.id, v.label, v.cells.get("judgement")) for key, v in found.vertices.items()} == {
        key: (v.id, v.label, v.cells.get("judgement")) for key, v in READ.vertices.items()
    }
    assert found.arcs == READ.arcs


@pytest.mark.parametrize("parallel", ["merged", "kept"])
@pytest.mark.parametrize("network", NETWORKS)
def test_both_formats_tell_the_same(exported: Callable[..., Path], network: str, parallel: str) -> None:
    gexf, graphml = (read_saved(exported(each, network=network, parallel=parallel)) for each in ("gexf", "graphml"))
    assert {key: vertex.label for key, vertex in gexf.vertices.items()} == {
        key: vertex.label for key, vertex in graphml.vertices.items()
    }
    first, second = (
        [(arc.source, arc.target, arc.kind, arc.cells["statement"]) for arc in one.arcs] for one in (gexf, graphml)
    )
    assert first == second


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no whole XML"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is no whole XML"),
        (GEXF.encode()[:-9], "is no whole XML"),
        (GEXF.encode("utf-16"), "is no whole XML"),
        (GEXF.replace("A", "\u00e9").encode("latin-1"), "is no whole XML"),
        (b"<html><body/></html>", "is neither GEXF nor GraphML, but 'html'"),
        (b"<gexf><graph><nodes/></graph></gexf>", "holds no nodes"),
        (GEXF.replace("<gexf", '<!DOCTYPE gexf SYSTEM "file:///etc/passwd"><gexf').encode(), "has a DOCTYPE or ENTITY"),
        (f'<!DOCTYPE gexf [<!ENTITY l0 "ha">{BOMB}]>{GEXF}'.encode(), "has a DOCTYPE or ENTITY"),
        (b"<!--" + b" " * 2**20 + b"--><!DOCTYPE gexf><gexf/>", "has a DOCTYPE or ENTITY"),
        (b" " * (2**20 - 5) + b"<!DOCTYPE gexf><gexf/>", "has a DOCTYPE or ENTITY"),
        (b"<gexf>" + b"<a>" * 300 + b"</a>" * 300 + b"</gexf>", "is no whole XML"),
        (GEXF.replace("A", "&what;").encode(), "is no whole XML"),
    ],
)
def test_what_is_no_such_file_is_refused_in_one_line(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "edited.gexf"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message) as raised:
        read_saved(path)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_absent_or_none_or_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path, tmp_path / "absent"):
        with pytest.raises(InputError, match="is no file"):
            read_saved(path)
    large = tmp_path / "large.gexf"
    large.write_text(GEXF, encoding="utf-8")
    monkeypatch.setattr("aigraph.adopt.saved.MAX_BYTES", 100)
    with pytest.raises(InputError, match="is larger than"):
        read_saved(large)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.binary(max_size=300)
    | st.builds(
        lambda base, at, cut, put: base[:at] + put + base[at + cut :],
        *(st.sampled_from([GEXF.encode(), GRAPHML.encode()]), st.integers(0, 900), st.integers(0, 40)),
        st.binary(max_size=12)
        | st.sampled_from([b"&", b"<", b"]]>", b"<![CDATA[", b'"', b"&#0;", b"</", b"<node id='a'>"]),
    )
)
def test_whatever_the_bytes_it_is_a_network_or_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "fuzzed.gexf"
    path.write_bytes(content)
    said = ""
    try:
        assert read_saved(path).vertices
    except InputError as error:
        said = str(error)
    assert "\n" not in said
