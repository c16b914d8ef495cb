"""The explorer in a real browser, on a graph of a given size: `python -m benchmarks.explorer --help`.

Chromium draws with software WebGL (SwiftShader) and has no network. Beside it, the same edges in vis-network, with
their places given and without physics, as pyvis writes them: the rival that opens the same way, from one file.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from aigraph.graph.seeds import seeds
from aigraph.model import Statement
from aigraph.view.explorer import explorer
from benchmarks.graph import Made, is_edge, made

FLAGS = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--no-sandbox")
PAINTED = "[data-painted]"


def first_view(browser: Browser, page: Path) -> tuple[Page, float]:
    """Open a page; return it, and after how many milliseconds the graph was painted."""
    tab = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}).new_page()
    tab.set_default_timeout(120_000)
    start = time.perf_counter()
    tab.goto(page.as_uri(), wait_until="commit")
    tab.wait_for_selector(PAINTED, state="attached")
    return tab, 1000 * (time.perf_counter() - start)


def until(tab: Page, change: str, seen: str) -> float:
    """Change something in a page at rest; return after how many milliseconds it is seen and the next picture drawn."""
    tab.wait_for_timeout(500)
    took: float = tab.evaluate(
        f"""async () => {{
          const start = performance.now();
          {change};
          while (!(() => {{ {seen} }})()) await new Promise((done) => setTimeout(done, 1));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        }}"""
    )
    return took


def trial(browser: Browser, page: Path, person: str) -> dict[str, float]:
    """Return what one reader waits for, in milliseconds."""
    tab, took = first_view(browser, page)
    found = {"first view": took}
    address = "location.hash = '{}'".format
    found["panel"] = until(tab, address(f"show=entity:{person}"), "return document.querySelector('.panel h2')")
    box = "document.querySelector('input[type=search]')"
    typed = f"{box}.value = 'mar'; {box}.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    until(tab, f"{box}.focus()", "return true")  # the names are made ready when the box is entered
    found["search"] = until(tab, typed, "return document.querySelector('.search-list [role=option]')")
    chip = "return document.querySelector('.chips button')"
    found["filter"] = until(tab, address("certainty=rumoured"), chip)
    until(tab, address(""), "return true")
    full = "return document.querySelector('[data-painted=full]')"
    found["full graph"] = until(tab, address("scope=full"), full)
    tab.context.close()
    return found


def rival(browser: Browser, graph: Made, folder: Path) -> float:
    """Return after how many milliseconds vis-network has drawn the same edges at given places."""
    statements = [s for s in graph.fused.statements if is_edge(s)]
    ends = {end.id: end for s in statements for end in (s.subject, s.object)}
    places = seeds(statements, [key for key in ends if key.startswith("organization/")])
    net = Network(cdn_resources="in_line", directed=True)
    net.nodes = [{"id": key, "label": end.label, "x": places[key][0], "y": places[key][1]} for key, end in ends.items()]
    net.edges = [{"from": s.subject.id, "to": s.object.id, "title": _quote(s)} for s in statements]
    net.set_options('{"physics": {"enabled": false}, "layout": {"improvedLayout": false}, "edges": {"smooth": false}}')
    page = net.generate_html(notebook=False)
    drawn = "network.once('afterDrawing', () => { document.documentElement.dataset.painted = '' });"
    file = folder / "rival.html"
    file.write_text(page.replace("return network;", f"{drawn} return network;"), encoding="utf-8")
    tab, took = first_view(browser, file)
    tab.context.close()
    return took


def _quote(statement: Statement) -> str:
    return statement.claims[0].evidence.quote


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--edges", type=int, default=20_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--rival", action="store_true", help="draw the same in vis-network, too")
    given = parser.parse_args()
    start = time.process_time()
    graph = made(given.edges)
    edges = sum(map(is_edge, graph.fused.statements))
    claims = sum(len(s.claims) for s in graph.fused.statements)
    print(
        f"{edges} edges, of {len(graph.fused.statements)} statements on {claims} claims in {len(graph.documents)} "
        f"articles; made in {time.process_time() - start:.1f} s of computing"
    )
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        start = time.process_time()
        fused = graph.fused
        text = explorer(
            fused.statements, graph.documents, tenures=fused.tenures, conflicts=fused.conflicts, title="Synthetic"
        )
        print(f"packed in {time.process_time() - start:.1f} s of computing")
        page = folder / "explorer.html"
        page.write_text(text, encoding="utf-8")
        beyond = page.stat().st_size - 300_000
        print(
            f"{page.stat().st_size} bytes: 300 kB and {beyond / edges:.1f} an edge, "
            f"{beyond / len(fused.statements):.1f} a statement"
        )
        browser = playwright.chromium.launch(executable_path=given.chromium, args=list(FLAGS))
        person = next(s.subject.id for s in fused.statements if s.subject.type == "Person")
        trials = [trial(browser, page, person) for _ in range(given.repeat)]
        for what in trials[0]:
            print(f"{what}: {_told([one[what] for one in trials])}")
        if given.rival:
            theirs = [rival(browser, graph, folder) for _ in range(given.repeat)]
            ratio = statistics.median(theirs) / statistics.median(one["full graph"] for one in trials)
            print(f"vis-network, the same edges: {_told(theirs)}, {ratio:.1f} times the full graph")
        browser.close()


def _told(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})"


if __name__ == "__main__":
    main()
