"""The shipped facts hold to their columns, and every row has its papers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

FACTS = Path(__file__).parent.parent / "storage" / "facts"

HISTORY = "note,id,as_of,confidence,reason"
COLUMNS = {
    "figures": "indicator,product,partner,period,value,unit,status,source_title,source_url,published,note",
    "milestones": f"title,category,status,due,done,organisation,place,source_url,{HISTORY},controls",
    "plants": f"name,organisation,place,product,capacity_tpa,stage,expected,source_url,{HISTORY},programme",
    "controls": f"title,jurisdiction,instrument,scope,announced,effective,until,status,source_url,{HISTORY}",
    "statements": "topic,statement,said_by,said_on,confidence,source_title,source_url,note",
    "glossary": "term,term_hi,aliases,definition,definition_hi,source_title,source_url",
}
NAMES = {"milestones": "title", "plants": "name", "controls": "title"}

ALLOWED = {
    ("figures", "status"): {"final", "provisional", "estimate", "reported", "unconfirmed"},
    ("figures", "unit"): {"USD", "INR", "t", "tpa", "%", "USD/kg", "INR/kg", "count", "x"},
    ("milestones", "category"): {"policy", "tender", "plant", "mining", "technology", "trade", "export_control"},
    ("milestones", "status"): {"planned", "in_progress", "done", "dropped"},
    ("plants", "stage"): {"announced", "awarded", "building", "commissioned", "shelved"},
    ("controls", "status"): {"announced", "in_force", "suspended", "expired", "revoked"},
    ("milestones", "confidence"): {"", "reported", "unconfirmed"},
    ("plants", "confidence"): {"", "reported", "unconfirmed"},
    ("controls", "confidence"): {"", "reported", "unconfirmed"},
    ("statements", "confidence"): {"", "reported", "unconfirmed"},
}
PERIODS = {
    "figures": ("period",),
    "milestones": ("due", "done"),
    "plants": ("expected",),
    "controls": ("announced", "effective", "until"),
    "statements": ("said_on",),
}
PERIOD = re.compile(r"(FY)?\d{4}(-\d{2})?(-[HQ][1-4])?|\d{4}-\d{2}-\d{2}|\d{4}-\d{2}\.\.\d{4}-\d{2}")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
WITHOUT_A_DAY = re.compile(r"undated|Published in \w+ \d{4}, day not seen")


def rows(kind: str) -> list[dict[str, str]]:
    with (FACTS / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def where(kind: str, row: dict[str, str]) -> str:
    return f"{kind}: {' | '.join(list(row.values())[:6])}"


def repeated(keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [key for key, times in Counter(keys).items() if times > 1]


def test_each_file_has_the_columns_of_its_kind_and_nothing_ragged() -> None:
    for kind, columns in COLUMNS.items():
        for row in rows(kind):
            assert list(row) == columns.split(","), kind
            assert all(cell is not None and cell == cell.strip() for cell in row.values()), where(kind, row)


def test_no_cell_starts_as_a_formula_would() -> None:
    for kind in COLUMNS:
        for row in rows(kind):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "'")) for cell in row.values()), where(kind, row)


def test_words_with_a_list_come_from_it() -> None:
    for (kind, column), allowed in ALLOWED.items():
        for row in rows(kind):
            assert row[column] in allowed, f"{where(kind, row)}: {column}"


def test_values_and_capacities_are_plain_numbers_in_base_units() -> None:
    for row in rows("figures"):
        assert re.fullmatch(r"\d+(\.\d+)?", row["value"]), where("figures", row)
    for row in rows("plants"):
        assert re.fullmatch(r"\d*", row["capacity_tpa"]), where("plants", row)


def test_dates_are_periods() -> None:
    for kind, columns in PERIODS.items():
        for row in rows(kind):
            written = [row[column] for column in columns if row[column]]
            assert all(PERIOD.fullmatch(text) for text in written), where(kind, row)
    assert all(row["period"] for row in rows("figures"))


def test_every_figure_names_its_source_and_the_day_of_it_or_says_that_there_is_none() -> None:
    for row in rows("figures"):
        assert row["source_title"], where("figures", row)
        assert date.fromisoformat(row["published"]) if row["published"] else WITHOUT_A_DAY.search(row["note"]), row


def test_every_other_row_names_its_source() -> None:
    for kind in NAMES:
        for row in rows(kind):
            assert row["source_url"].startswith("http") or "Source: " in row["note"], row
    for kind in ("statements", "glossary"):
        assert all(row["source_title"] for row in rows(kind)), kind


def test_every_state_of_a_thing_says_from_when_it_was_so() -> None:
    for kind in NAMES:
        assert all(date.fromisoformat(row["as_of"]) for row in rows(kind)), kind


def test_every_statement_names_who_said_it_and_when_or_that_the_page_has_no_date() -> None:
    for row in rows("statements"):
        assert row["said_by"], row
        assert row["said_on"] or "undated" in row["note"] or "read 20" in row["note"], row


def test_no_source_gives_the_same_figure_twice() -> None:
    key = ("indicator", "product", "partner", "period", "unit", "source_title", "source_url", "published")
    assert repeated([tuple(row[column] for column in key) for row in rows("figures")]) == []


def test_no_source_gives_two_states_of_a_thing_for_the_same_day() -> None:
    for kind in NAMES:
        assert repeated([(row["id"], row["as_of"], row["source_url"]) for row in rows(kind)]) == [], kind


def test_one_thing_keeps_one_name_and_its_rows_stand_in_order() -> None:
    for kind, name in NAMES.items():
        of_thing: dict[str, list[dict[str, str]]] = {}
        for row in rows(kind):
            of_thing.setdefault(row["id"], []).append(row)
        for states in of_thing.values():
            assert len({row[name] for row in states}) == 1, where(kind, states[0])
            assert [row["as_of"] for row in states] == sorted(row["as_of"] for row in states), where(kind, states[0])
        assert len(of_thing) == len({row[name].casefold() for row in rows(kind)}), kind


def test_what_is_done_has_a_day_and_what_is_open_has_none() -> None:
    for row in rows("milestones"):
        assert bool(row["done"]) == (row["status"] == "done"), where("milestones", row)


def test_milestones_hang_only_on_controls_that_the_record_has() -> None:
    known = {row["instrument"] for row in rows("controls")}
    named = {name for row in rows("milestones") for name in row["controls"].split(";") if name}
    assert named <= known, named - known


def test_a_suspension_says_when_it_lapses() -> None:
    assert all(row["until"] for row in rows("controls") if row["status"] == "suspended")


def test_the_scheme_is_kept_apart_from_what_is_built_outside_it() -> None:
    programmes = {row["programme"] for row in rows("plants")}
    outside = [row for row in rows("plants") if "samarium-cobalt magnet" in row["name"]]
    assert programmes == {"", "REPM scheme"}
    assert outside
    assert not any(row["programme"] for row in outside)


def test_magnet_imports_name_their_basket_and_that_no_code_isolates_rare_earths() -> None:
    for row in rows("figures"):
        if (row["indicator"], row["product"]) == ("imports", "magnets"):
            assert "no code isolates" in row["note"].lower(), where("figures", row)


def test_a_sum_of_codes_is_the_sum_of_its_rows() -> None:
    ministry = [row for row in rows("figures") if "DGCIS" in row["source_title"] and row["indicator"] == "imports"]
    value = {(r["product"], r["partner"], r["period"], r["unit"]): int(r["value"]) for r in ministry}
    sums = [key for key in value if key[0] == "magnets"]
    assert sums
    for _, *rest in sums:
        assert value["magnets", *rest] == value["85051190", *rest] + value["85051900", *rest], rest


def test_disagreements_are_kept_side_by_side() -> None:
    def told(indicator: str, period: str, unit: str) -> set[str]:
        key = (indicator, "magnets", period, unit)
        return {r["value"] for r in rows("figures") if (r["indicator"], r["product"], r["period"], r["unit"]) == key}

    assert told("demand", "2026", "t") == {"4000", "7000"}
    assert told("subsidy", "2025", "INR") == {"7500000000", "7300000000"}
    ends = {row["until"] for row in rows("controls") if row["status"] == "suspended" and "No. 57" in row["instrument"]}
    assert ends == {"2026-11-10", "2027-01-10"}


def test_the_glossary_explains_at_least_forty_terms_in_both_languages() -> None:
    terms = rows("glossary")
    assert len(terms) >= 40
    for row in terms:
        assert row["definition"].endswith("."), row["term"]
        assert DEVANAGARI.search(row["term_hi"] + row["aliases"]), row["term"]
        assert DEVANAGARI.search(row["definition_hi"]), row["term"]
        assert row["definition_hi"].endswith("।"), row["term"]


def test_no_two_terms_of_the_glossary_answer_to_the_same_word() -> None:
    owners: dict[str, set[str]] = {}
    for row in rows("glossary"):
        for word in [row["term"], row["term_hi"], *row["aliases"].split(";")]:
            owners.setdefault(" ".join(word.casefold().split()), set()).add(row["term"])
    assert {word: terms for word, terms in owners.items() if len(terms) > 1} == {}
