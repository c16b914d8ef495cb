from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigraph.errors import DataError
from aigraph.gazetteer import KINDS, Entry, Gazetteer, fold, gazetteer, load
from aigraph.vocabulary import vocabulary

META = '[[organization]]\nid = "meta"\nlabel = "Meta"\nkind = "company"\nformer = ["Facebook"]\ncase = true\n'
LLAMA = '[[model]]\nid = "llama"\nlabel = "Llama"\nmaker = "meta"\n'


def write(folder: Path, organisations: str = META, models: str = LLAMA) -> Path:
    (folder / "organisations.toml").write_text(organisations, encoding="utf-8")
    (folder / "models.toml").write_text(models, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("L’Usine nouvelle", "l'usine nouvelle"),
        ("École  polytechnique", "ecole polytechnique"),
        ("E\u0301cole polytechnique", "ecole polytechnique"),
        ("GPT\u20114o", "gpt-4o"),
        ("GPT\u20134o", "gpt-4o"),
        ("Scale\u00a0AI", "scale ai"),
        ("Scale\u202fAI\n", "scale ai"),
        ("Open\u00adAI", "openai"),
        ("Deep\u200bMind", "deepmind"),
        ("\u201cMila\u201d", '"mila"'),
        ("«Mila»", '"mila"'),
        ("ＭＩＴ", "mit"),
        ("Cœur", "coeur"),
        ("Große", "grosse"),
        ("百度", "百度"),
        ("\u200b \u00a0", ""),
    ],
)
def test_spellings_of_one_name_have_one_key(written: str, key: str) -> None:
    assert fold(written) == key


def test_a_key_can_keep_the_case() -> None:
    assert fold("É\u00a0O1", case=True) == "E O1"


@given(st.text(), st.booleans())
def test_the_key_of_a_key_is_itself(name: str, case: bool) -> None:
    assert fold(fold(name, case=case), case=case) == fold(name, case=case)


@given(st.text())
def test_a_key_has_no_case_and_no_space_to_spare(name: str) -> None:
    assert fold(name) == fold(fold(name, case=True))
    assert fold(name) == " ".join(fold(name).split())


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("OpenAI", ["organization/openai"]),
        ("open ai", ["organization/openai"]),
        ("Facebook", ["organization/meta"]),
        ("Facebook, Inc.", ["organization/meta"]),
        ("Fundamental AI Research", ["organization/fair"]),
        ("Google Deepmind", ["organization/google-deepmind"]),
        ("DeepMind", ["organization/google-deepmind"]),
        ("École normale supérieure", ["organization/ens"]),
        ("Ecole normale superieure", ["organization/ens"]),
        ("L\u2019Usine nouvelle", ["organization/l-usine-nouvelle"]),
        ("Noah\u2019s Ark Lab", ["organization/noahs-ark-lab"]),
        ("université de Montréal", ["organization/universite-de-montreal"]),
        ("University of Montreal", ["organization/universite-de-montreal"]),
        ("École polytechnique fédérale de Zurich", ["organization/eth-zurich"]),
        ("Université Stanford", ["organization/stanford-university"]),
        ("Codeium", ["organization/windsurf"]),
        ("Generally Intelligent", ["organization/imbue"]),
        ("GPT\u20114o", ["model/gpt-4o"]),
        ("4o-mini", ["model/gpt-4o-mini"]),
        ("DALL·E", ["model/dall-e"]),
        ("série o", ["model/o-series"]),
        ("Chat GPT", ["system/chatgpt"]),
        ("ImageNet", ["dataset/imagenet"]),
        ("Attention is all you need", ["publication/attention-is-all-you-need"]),
        ("Nobody has this name", []),
        ("", []),
    ],
)
def test_a_name_finds_its_entry(name: str, ids: list[str]) -> None:
    assert [entry.id for entry in gazetteer().find(name)] == ids


@pytest.mark.parametrize(("name", "id"), [("Cupertino", "organization/apple"), ("4.1", "model/gpt-4.1")])
def test_a_weak_name_is_found_unless_it_is_not_wanted(name: str, id: str) -> None:
    assert [entry.id for entry in gazetteer().find(name)] == [id]
    assert gazetteer().find(name, weak=False) == ()


def test_a_name_goes_before_a_weak_name() -> None:
    strong, weak = (Entry(f"organization/{n}", "Organization", n) for n in ("Times", "Post"))
    weak = Entry(weak.id, weak.type, weak.label, weak=("Times",))
    assert Gazetteer({weak.id: weak, strong.id: strong}).find("times") == (strong,)


@pytest.mark.parametrize(("name", "found"), [("o1", True), ("O1", False), ("Meta", True), ("meta", False)])
def test_some_names_are_told_from_common_words_by_their_case(name: str, found: bool) -> None:
    assert bool(gazetteer().find(name)) is found


def test_a_label_that_is_a_common_word_is_weak() -> None:
    otto = gazetteer().entries["organization/otto"]
    assert "Otto" not in otto.names
    assert [weak for name, entry, weak in gazetteer().names() if (name, entry) == ("Otto", otto)] == [True]
    assert gazetteer().find("Otto", weak=False) == ()


def test_a_type_filters_what_is_found() -> None:
    assert gazetteer().find("GPT-4", type="Organization") == ()
    assert gazetteer().find("GPT-4", type="Model") == gazetteer().find("GPT-4", type="Artifact") != ()


def test_a_former_name_is_an_alias_kept_for_the_record() -> None:
    meta = gazetteer().entries["organization/meta"]
    assert meta.label == "Meta"
    assert "Facebook" in meta.former
    assert set(meta.former) <= set(meta.aliases)


def test_a_version_knows_its_family_and_its_maker() -> None:
    mini = gazetteer().entries["model/gpt-4o-mini"]
    assert (mini.family, mini.maker, mini.parent) == ("model/gpt-4o", "organization/openai", None)


def test_the_lab_of_meta_is_a_unit_of_meta() -> None:
    entries = gazetteer().entries
    assert (
        entries["organization/fair"].parent
        == entries["organization/meta-superintelligence-labs"].parent
        == ("organization/meta")
    )


@pytest.mark.parametrize(
    ("table", "floor"),
    [("organization", 420), ("model", 200), ("system", 60), ("dataset", 15), ("publication", 5)],
)
def test_the_gazetteer_is_large_enough_to_be_of_use(table: str, floor: int) -> None:
    assert sum(key.startswith(f"{table}/") for key in gazetteer().entries) >= floor


@pytest.mark.parametrize(("kind", "floor"), [("university", 90), ("media", 40), ("fund", 40), ("lab", 30)])
def test_every_kind_of_organisation_is_there(kind: str, floor: int) -> None:
    assert sum(entry.kind == kind for entry in gazetteer().entries.values()) >= floor


def test_entries_are_complete_and_in_order() -> None:
    entries = gazetteer().entries
    assert list(entries) == sorted(entries)
    for key, entry in entries.items():
        assert entry.id == key
        assert entry.type in vocabulary().parents
        assert (entry.kind in KINDS) == (entry.type == "Organization")
        assert {entry.parent, entry.maker, entry.family} - {None} <= entries.keys()


def test_no_name_is_empty_and_every_name_finds_its_entry() -> None:
    for name, entry, weak in gazetteer().names():
        assert fold(name)
        assert entry.bears(name, weak=weak)
        if not weak:
            assert entry in gazetteer().find(name, type=entry.type)


def test_no_two_entries_of_a_type_share_a_name_that_is_not_weak() -> None:
    owners: dict[tuple[str, str], str] = {}
    for name, entry, weak in gazetteer().names():
        if not weak:
            assert owners.setdefault((entry.type, fold(name)), entry.id) == entry.id


@pytest.mark.parametrize("key", ["parent", "family"])
def test_nothing_stands_above_itself(key: str) -> None:
    entries = gazetteer().entries
    for entry in entries.values():
        seen = {entry.id}
        above = getattr(entry, key)
        while above:
            assert above not in seen
            seen.add(above)
            above = getattr(entries[above], key)


def test_a_small_gazetteer_loads(tmp_path: Path) -> None:
    assert load(write(tmp_path)).entries == {
        "model/llama": Entry("model/llama", "Model", "Llama", maker="organization/meta"),
        "organization/meta": Entry(
            "organization/meta",
            "Organization",
            "Meta",
            aliases=("Facebook",),
            kind="company",
            former=("Facebook",),
            case=True,
        ),
    }


def test_what_differs_only_in_case_is_two_names_where_case_counts(tmp_path: Path) -> None:
    meta = load(write(tmp_path, META + 'aliases = ["META"]\n')).entries["organization/meta"]
    assert meta.names == ("Meta", "META", "Facebook")


X = '[[organization]]\nid = "x"\nlabel = "X"\nkind = "company"\n'


@pytest.mark.parametrize(
    ("organisations", "complaint"),
    [
        (META + 'alias = ["FB"]\n', "organization 'meta': unknown key 'alias'; known are aliases, case,"),
        (META + 'maker = "meta"\n', "organization 'meta': unknown key 'maker'"),
        (META.replace('id = "meta"\n', ""), "organization 'number 1': the key 'id' is missing"),
        (META.replace('label = "Meta"\n', ""), "organization 'meta': the key 'label' is missing"),
        (META.replace('kind = "company"\n', ""), "organization 'meta': the key 'kind' is missing"),
        (META.replace('"company"', '"firm"'), "organization 'meta': kind is one of company, fund,"),
        (META.replace('"meta"', '"Meta Inc"'), "organization 'Meta Inc': an id is made of lower-case letters"),
        (META.replace('"meta"', "1"), "organization '1': id is a text, not 1"),
        (META + 'aliases = "FB"\n', "organization 'meta': aliases is a list of names, not 'FB'"),
        (META + "weak = [1]\n", "organization 'meta': weak is a list of names, not [1]"),
        (META + 'aliases = [" \u200b"]\n', "organization 'meta': a name is empty"),
        (META + 'aliases = ["Facebook"]\n', "organization 'meta': a name is given twice among 'Meta', 'Facebook',"),
        (META + 'weak = ["Facebook"]\n', "organization 'meta': a name is given twice"),
        (META.replace("true", '"yes"'), "organization 'meta': case is true or false, not 'yes'"),
        (META + 'wikidata = "380"\n', "organization 'meta': a Wikidata id looks like Q42, not '380'"),
        (META + 'wikidata = "Q0380"\n', "organization 'meta': a Wikidata id looks like Q42, not 'Q0380'"),
        (META + 'parent = "alphabet"\n', "organization 'meta': parent names no entry: 'organization/alphabet'"),
        (
            META + 'parent = "meta"\n',
            "organization 'meta': parent runs in a circle: organization/meta > organization/m",
        ),
        (META + META, "organization 'meta': this id is taken"),
        (X + META, "organization 'meta': entries are sorted by id, and this one stands after 'x'"),
        (META + X + 'aliases = ["facebook"]\n', "organization 'x': the name 'facebook' is also one of 'organization/m"),
        (META + 'wikidata = "Q1"\n' + X + 'wikidata = "Q1"\n', "organization 'x': Q1 is also the Wikidata id of"),
        ("[[company]]\n", "unknown table 'company'; known are organization"),
        ("[organization]\n", "write entries of 'organization' as [[organization]]"),
        ("[[organization\n", "Expected ']]'"),
    ],
)
def test_a_fault_is_refused_with_its_file_and_entry(tmp_path: Path, organisations: str, complaint: str) -> None:
    with pytest.raises(DataError) as refusal:
        load(write(tmp_path, organisations))
    assert f"{tmp_path / 'organisations.toml'}: {complaint}" in str(refusal.value)


@pytest.mark.parametrize(
    ("models", "complaint"),
    [
        (LLAMA.replace('"meta"', '"fair"'), "model 'llama': maker names no entry: 'organization/fair'"),
        (LLAMA + 'family = "llm"\n', "model 'llama': family names no entry: 'model/llm'"),
        (LLAMA + 'kind = "company"\n', "model 'llama': unknown key 'kind'"),
        (LLAMA.replace("[model]", "[system]") + 'family = "llama"\n', "system 'llama': unknown key 'family'"),
    ],
)
def test_a_fault_of_a_model_is_refused_too(tmp_path: Path, models: str, complaint: str) -> None:
    with pytest.raises(DataError) as refusal:
        load(write(tmp_path, models=models))
    assert f"{tmp_path / 'models.toml'}: {complaint}" in str(refusal.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"models\.toml"):
        load(tmp_path)


def test_two_entries_may_share_a_name_that_is_weak_in_one(tmp_path: Path) -> None:
    found = load(write(tmp_path, META + X + 'weak = ["Facebook"]\n')).find("Facebook")
    assert [entry.id for entry in found] == ["organization/meta"]


def test_a_model_and_an_organisation_may_share_a_name(tmp_path: Path) -> None:
    found = load(write(tmp_path, models=LLAMA + 'aliases = ["Facebook"]\n')).find("Facebook")
    assert [entry.id for entry in found] == ["model/llama", "organization/meta"]
