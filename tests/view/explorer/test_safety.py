"""What others wrote stays text: in every view, every card, every file that is taken away, and in the address."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, BrowserContext, Page
from tests.view.conftest import statement
from tests.view.explorer.conftest import BUILT
from tests.view.explorer.test_take import taken
from tests.view.payloads import PAYLOADS

from aigraph.fuse import KINDS
from aigraph.model import Bound, Conflict, Document, Entity, Modality, Qualifier, Statement, Status, Tenure
from aigraph.view.explorer import explorer

Open = Callable[..., Page]

VIEWS = ("graph", "flows", "timeline", "works", "conflicts", "statements")
COUNT = len(PAYLOADS)
RELATIONS = ("movedTo", "movedTo", "workedAt", "founded", "coCreated", "approached")
MODALITIES = (Modality.ASSERTED, Modality.ASSERTED, Modality.RUMOURED, Modality.REPORTED, Modality.PLANNED)


@pytest.fixture(params=[False, True], ids=["under its policy", "without any policy"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(
        offline=True, viewport={"width": 1400, "height": 900}, locale="en-GB", bypass_csp=request.param
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


def hostile() -> tuple[list[Statement], dict[str, Document], list[Tenure], list[Conflict]]:
    """Return a graph in which every text from outside is a payload, and every payload is in every place."""
    statements, documents, tenures, conflicts = [], {}, [], []
    for at, payload in enumerate(PAYLOADS):
        other = [PAYLOADS[(at + 7 * n) % COUNT] for n in range(1, 24)]
        relation = RELATIONS[at % len(RELATIONS)]
        person = Entity(f"person/{payload}", "Person", payload, (other[0],), (other[1],), f"organization/{other[2]}")
        kind = ("System", "system") if relation == "coCreated" else ("Organization", "organization")
        place = Entity(f"{kind[1]}/{other[3]}", kind[0], other[3], (other[4],), (other[5],))
        origin = Entity(f"organization/{other[6]}", "Organization", other[6])
        sentence = f"{payload} {other[3]} {other[6]} {other[7]}"
        document = Document(
            sentence, title=other[8], publisher=other[9], published=other[10], url=other[11], language="en"
        )
        documents[document.id] = document
        ends = (place, person) if relation == "approached" else (person, place)
        made = statement(
            *(ends[0], relation, ends[1], sentence),
            origin=origin if relation == "movedTo" else None,
            date=f"20{at % 25:02d}" if at % 2 else other[12],
            modality=MODALITIES[at % len(MODALITIES)],
            status=Status.DISPUTED if at % 3 == 0 else Status.ACCEPTED,
            by=other[13],
            document=document,
        )
        details = (Qualifier("role", other[14], other[15]), Qualifier(other[16], other[17], other[18]))
        made = replace(made, reasons=(other[19],), qualifiers=tuple(sorted((*made.qualifiers, *details))))
        statements.append(made)
        if relation in ("movedTo", "workedAt"):
            one, two, three, four = (Bound(None, text) for text in other[19:23])
            tenures.append(
                Tenure(
                    person,
                    place,
                    0,
                    one,
                    two,
                    three,
                    four,
                    current=at % 2 == 0,
                    roles=(other[20],),
                    statements=(made.id,),
                )
            )
        if at % 3 == 0:
            claim = made.claims[0].id
            conflicts.append(
                Conflict(other[21] if at % 2 else KINDS[0].name, payload, other[22], other[0], (claim,), (made.id,))
            )
    return statements, documents, tenures, conflicts


@pytest.fixture(scope="module")
def hostile_page() -> str:
    if not BUILT.exists():
        pytest.skip("the explorer is not built: npm ci && npm run build in explorer/")
    statements, documents, tenures, conflicts = hostile()
    return explorer(statements, documents, tenures=tenures, conflicts=conflicts, title=" ".join(PAYLOADS[:100]))


def harmless(tab: Page) -> None:
    """Nothing ran, and nothing stands there that could."""
    assert tab.evaluate("window.__fired") is None
    found = tab.evaluate(
        """() => {
          const tags = "script style iframe object embed base meta link img image video audio math foreignObject";
          const risky = new Set(tags.toUpperCase().split(" "));
          const bad = ({ name, value }) =>
            /^on/i.test(name) || (/href|src|action/i.test(name) && !/^(https?:|#|blob:)/i.test(value));
          return [...document.querySelectorAll("#app *")]
            .filter((element) => risky.has(element.tagName.toUpperCase()) || [...element.attributes].some(bad))
            .map((element) => element.outerHTML.slice(0, 200));
        }"""
    )
    assert found == []


def settle(tab: Page) -> None:
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_there_are_at_least_120_payloads() -> None:
    assert len(set(PAYLOADS)) >= 120


def test_no_text_from_outside_runs_in_any_view(open_page: Open, hostile_page: str) -> None:
    tab = open_page(hostile_page)
    for view in VIEWS:
        for language in ("en", "fr"):
            tab.evaluate("(hash) => { location.hash = hash }", f"view={view}&lang={language}")
            settle(tab)
            tab.wait_for_selector("[role=tabpanel]")
            harmless(tab)
    for scope in ("around&around=person/__proto__", "full"):
        tab.evaluate("(hash) => { location.hash = hash }", f"scope={scope}")
        tab.wait_for_timeout(300)
        harmless(tab)


def test_no_text_from_outside_runs_in_the_card_of_anything(open_page: Open, hostile_page: str) -> None:
    statements, documents, _, conflicts = hostile()
    tab = open_page(hostile_page, "view=conflicts")
    ids = sorted({end.id for s in statements for end in (s.subject, s.object)})
    chosen = [
        *(f"entity:{key}" for key in ids),
        *(f"statement:{s.subject.id}~{s.relation}~{s.object.id}" for s in statements),
        *(f"flow:{q.value}>{s.object.id}" for s in statements for q in s.qualifiers if q.name == "from"),
        *(f"conflict:{at}" for at in range(len(conflicts))),
        *(f"article:{key[:8]}" for key in documents),
    ]
    shown = tab.evaluate(
        """async (chosen) => {
          let shown = 0;
          for (const one of chosen) {
            location.hash = new URLSearchParams({ view: "conflicts", show: one });
            await new Promise((done) => setTimeout(done, 4));
            document.querySelectorAll(".panel details").forEach((details) => (details.open = true));
            shown += !/not in this file/.test(document.querySelector(".panel")?.textContent ?? "not in this file");
          }
          return shown;
        }""",
        chosen,
    )
    assert shown >= 0.9 * len(chosen)
    harmless(tab)


def test_no_text_from_outside_runs_in_search_and_filters(open_page: Open, hostile_page: str) -> None:
    tab = open_page(hostile_page)
    search = tab.get_by_role("combobox").first
    for payload in PAYLOADS:
        search.fill(payload[:200])
    harmless(tab)
    search.fill("")
    tab.evaluate(
        "(values) => { location.hash = new URLSearchParams(values) }",
        [[name, payload] for payload in PAYLOADS for name in ("org", "role", "rel", "article", "certainty", "status")],
    )
    settle(tab)
    harmless(tab)


def test_files_that_are_taken_away_hold_no_script_and_no_formula(
    open_page: Open, hostile_page: str, context: BrowserContext
) -> None:
    tab = open_page(hostile_page, "view=graph")
    for view in VIEWS:
        tab.evaluate("(hash) => { location.hash = hash }", f"view={view}")
        settle(tab)
        text = taken(tab, "Rows of this view (CSV)").read_bytes().decode("utf-8")[1:]
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        numbers = "0123456789."
        assert not [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r") and c[1:].strip(numbers)]
        tab.get_by_role("button", name="Take away").click()
        has_picture = tab.get_by_role("menuitem", name="SVG").get_attribute("aria-disabled") != "true"
        tab.keyboard.press("Escape")
        if not has_picture:
            continue
        file = taken(tab, "Picture, to be edited (SVG)")
        for element in etree.parse(file).iter():
            assert not str(element.tag).endswith(("}script", "}foreignObject", "}image", "}style", "}a"))
            assert not [name for name in element.attrib if str(name).lower().startswith("on") or "href" in str(name)]
    harmless(tab)


HASHES = (
    *PAYLOADS[::2],
    *(
        f"show={kind}:{name}"
        for kind in ("entity", "flow", "conflict", "article", "x")
        for name in ("", "__proto__", ">")
    ),
    "show=conflict:-1",
    "show=conflict:1e9",
    "show=flow:>>>",
    "view=__proto__&scope=constructor&lang=toString",
    "on=0000-00-00&known=9999-99-99",
    "on=2025-02-31",
    "on=-271821-04-20",
    "sources=NaN",
    "sources=1e400",
    "sources=-5",
    "sources=0x10&on=2025-13-01",
    "scope=around&around=nobody",
    "scope=full&view=graph&org=__proto__",
    "%",
    "%zz=%",
    "a" * 5_000,
    "org=" + "&org=".join("x" * 500),
    "view=timeline&on=0001-01-01",
    "view=timeline&on=9999-12-31",
    "view=flows&known=0001-01-01",
)


def test_no_address_stops_the_page(open_page: Open, hostile_page: str) -> None:
    tab = open_page(hostile_page, "view=statements")
    assert len(HASHES) >= 50
    for address in HASHES:
        tab.evaluate("(hash) => { location.hash = hash }", address)
        settle(tab)
    harmless(tab)
    tab.evaluate("location.hash = 'view=statements'")
    tab.wait_for_selector(".statements tbody tr")
    again = open_page(hostile_page, "show=entity:__proto__&on=2025-02-31&sources=1e400")
    again.get_by_role("tab", name="Flows").click()
    again.wait_for_selector("[role=tab][aria-selected=true]:has-text('Flows')")


# ---------------------------------------------------------------- that the list bites, and the policy holds


NAIVE = """(payloads, policy) => Promise.all(payloads.map((payload) => new Promise((done) => {
  const frame = document.createElement("iframe");
  const follow = /^[\\s\\u0001]*j\\s*a\\s*v\\s*a/i.test(payload) ? "document.getElementById('link').click()" : "";
  frame.srcdoc = `<!doctype html><meta charset=utf-8>${policy}<div>${payload}</div><a id=link href="${payload}">x</a>`
    + `<script>var name = '${payload}';</` + `script><script>${follow}</` + `script>`;
  document.body.append(frame);
  setTimeout(() => {
    try {
      done(Boolean(frame.contentWindow.__fired));
    } catch {
      done(false); // it has gone elsewhere
    }
  }, 2500);
})))"""


def fired(browser: Browser, folder: Path, policy: str) -> int:
    file = folder / "naive.html"
    file.write_text("<!doctype html><title>x</title>", encoding="utf-8")
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.goto(file.as_uri())
    ran: list[bool] = tab.evaluate(f"([payloads, policy]) => ({NAIVE})(payloads, policy)", [list(PAYLOADS), policy])
    by_parent: int = tab.evaluate("window.__fired || 0")
    context.close()
    return sum(ran) + by_parent


def test_the_same_texts_do_run_in_a_page_that_trusts_them_and_a_policy_alone_stops_them(
    browser: Browser, tmp_path: Path
) -> None:
    assert fired(browser, tmp_path, "") >= 60
    policy = "default-src 'none'; script-src 'sha256-x'; style-src 'none'"
    assert fired(browser, tmp_path, f'<meta http-equiv="Content-Security-Policy" content="{policy}">') == 0


def test_the_policy_of_the_page_lets_no_other_script_run(browser: Browser, examples_page: str, tmp_path: Path) -> None:
    policy = examples_page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src &#39;none&#39;; script-src &#39;sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    file = tmp_path / "page.html"
    file.write_text(examples_page.replace("<div id=", "<script>window.__fired=1</script><div id="), encoding="utf-8")
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("html[data-ready]")
    tab.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.__fired = 1";
          const link = Object.assign(document.createElement("a"), { href: "javascript:window.__fired=1" });
          document.body.append(script, link);
          link.click();
          const html = "<img src=x onerror=window.__fired=1><b id=foreign onclick=window.__fired=1>x</b>";
          document.body.insertAdjacentHTML("beforeend", html);
          document.getElementById("foreign").click();
        }"""
    )
    tab.wait_for_timeout(200)
    assert tab.evaluate("window.__fired") is None
    context.close()
