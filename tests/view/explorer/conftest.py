"""The explorer in a real browser: from a file, without network, under its own policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright
from tests.view.conftest import launch

import aigraph
from aigraph.revise import fresh
from aigraph.store import Store, load
from aigraph.workspace import Graph

ROOT = Path(__file__).parents[3]
SEEDS = next((p / "shared" / "seeds" for p in ROOT.parents if (p / "shared" / "seeds").is_dir()), None)
BUILT = ROOT / "src/aigraph/view/explorer/built/explorer.js"

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def examples() -> Graph:
    """Return the graph of the articles in `examples/`, made anew from the claims that `exports/` keeps."""
    return Graph(fresh(Store.open(None, create=True), Graph(load(ROOT / "exports/graph.nq")).readings(), decisions=()))


@pytest.fixture(scope="session")
def examples_page(examples: Graph) -> str:
    if not BUILT.exists():
        pytest.skip("the explorer is not built: npm ci && npm run build in explorer/")
    return examples.explorer()


@pytest.fixture(scope="session")
def seeds_page() -> str:
    if SEEDS is None or not BUILT.exists():
        pytest.skip("the seed articles are not here, or the explorer is not built")
    with aigraph.build([SEEDS]) as graph:
        return graph.explorer()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Yield a browser that has WebGL without a graphics card."""
    browser = launch(playwright, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}, locale="en-GB")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def open_page(context: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Open HTML from a file, at a hash; at the end, nothing was said on the console and no network was asked."""
    complaints: list[str] = []
    asked: list[str] = []

    def open_text(text: str, hash: str = "") -> Page:
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8", newline="")
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("dialog", lambda dialog: complaints.append(dialog.message))
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(file.as_uri() + (f"#{hash}" if hash else ""))
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield open_text
    assert [c for c in complaints if "GPU stall due to ReadPixels" not in c] == []
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
