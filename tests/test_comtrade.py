"""Import figures from UN Comtrade: planned, slow, resumable, never a zero that nobody reported."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.comtrade import CODES, CUT_OFF, SOURCE, Call, due, figures, implausible, parse, partner_name, plan
from bot.sources.feeds import ParseError
from bot.sources.fetch import Fetcher
from bot.sources.figures import PACE, FigureFetcher
from storage.fetches import Fetched
from storage.periods import Period
from storage.records import FigureStatus

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
CALL = Call("202506")


def record(code="850511", partner=156, value=9999.0, weight=800.0, period="202506", **more):
    """A record with the true names of the API's fields, and values of our own."""
    return {
        "reporterCode": 699,
        "flowCode": "M",
        "period": period,
        "partnerCode": partner,
        "partnerDesc": None,
        "partner2Code": 0,
        "motCode": 0,
        "customsCode": "C00",
        "cmdCode": code,
        "primaryValue": value,
        "netWgt": weight,
        "isNetWgtEstimated": False,
    } | more


def body(*records, **said):
    return json.dumps(
        {"elapsedTime": "0.3 secs", "count": len(records), "data": list(records), "error": ""} | said
    ).encode()


def facts(*records, call=CALL):
    made = figures(parse(body(*records), call).rows, call, date(2026, 11, 22))
    return {(each.product, each.partner, each.unit): each.value for each in made}


# ---- asking


def test_a_call_asks_for_one_period_of_india_undivided():
    """Without the three zeros one partner comes back in several rows."""
    url = httpx.URL(CALL.url())
    asked = parse_qs(url.query.decode())
    assert str(url).startswith("https://comtradeapi.un.org/public/v1/preview/C/M/HS?")
    assert (asked["reporterCode"], asked["period"], asked["flowCode"]) == (["699"], ["202506"], ["M"])
    assert (asked["partner2Code"], asked["motCode"], asked["customsCode"]) == (["0"], ["0"], ["C00"])
    assert asked["cmdCode"] == [",".join(CODES)]


def test_a_year_a_key_and_another_host():
    """A key asks the full API; only scheme and host are replaced."""
    assert "/public/v1/preview/C/A/HS?" in Call("2024").url()
    assert Call("2024").url("http://127.0.0.1:9/x", key=True).startswith("http://127.0.0.1:9/data/v1/get/C/A/HS?")


def test_periods_are_those_of_the_calendar():
    assert (CALL.span, Call("2024").span) == (Period.parse("2025-06"), Period.parse("2024"))


def test_the_first_plan_asks_for_years_then_months_the_newest_first():
    """No month is there sooner than two months after."""
    calls = [call.period for call in plan({}, NOW)]
    assert calls[:3] == ["2025", "2024", "2023"]
    assert calls[5:8] == ["202608", "202607", "202606"]
    assert len(calls) == len(set(calls))


def test_what_is_settled_is_never_asked_for_again_and_the_rest_weekly():
    """Empty means not yet, however old; young figures are still revised."""
    ago = NOW - timedelta(days=8)
    done = {"2022": Fetched(ago, 90), "2021": Fetched(ago, 0), "202606": Fetched(ago, 90), "202605": Fetched(NOW, 90)}
    calls = {call.period for call in plan(done, NOW)}
    assert {"2021", "202606"} <= calls
    assert not {"2022", "202605"} & calls


# ---- reading


def test_rows_become_values_and_weights_by_code_and_partner():
    found = facts(record(), record(partner=0, value=12345.0, weight=1000.0))
    assert found["850511", "China", "USD"] == 9999.0
    assert found["850511", "World", "t"] == 1.0


def test_named_goods_are_the_sums_of_their_codes():
    """A partner without a row of one code traded none of it."""
    found = facts(
        record(), record("850519", value=1.0, weight=200.0), record("284690", 392, 5.0, 50.0), record("280530", 0, 7.0)
    )
    assert found["magnets", "China", "USD"] == 10000.0
    assert found["magnets", "China", "t"] == 1.0
    assert found["oxides", "Japan", "USD"] == 5.0
    assert found["metals", "World", "USD"] == 7.0
    assert ("oxides", "China", "USD") not in found


def test_a_sum_with_a_part_unknown_is_unknown():
    """A weight that one code lacks is not taken for nothing; Comtrade writes null, or 0."""
    for missing in (None, 0):
        found = facts(record(), record("850519", value=1.0, weight=missing))
        assert ("magnets", "China", "t") not in found
        assert found["magnets", "China", "USD"] == 10000.0


def test_part_of_the_codes_makes_no_named_sum():
    assert ("magnets", "China", "USD") not in facts(record(), call=Call("202506", ("850511",)))


@pytest.mark.parametrize(
    "other",
    [
        {"reporterCode": 356},
        {"flowCode": "X"},
        {"period": "202505"},
        {"partner2Code": 842},
        {"motCode": 2100},
        {"customsCode": "C01"},
        {"cmdCode": "850520"},
        {"partnerCode": None},
        {"primaryValue": None, "netWgt": None},
    ],
)
def test_rows_of_anything_else_are_passed_over(other):
    assert facts(record() | other) == {}


def test_an_estimate_of_the_un_is_called_one():
    made = figures(parse(body(record(isNetWgtEstimated=True)), CALL).rows, CALL, date(2026, 11, 22))
    by_unit = {(each.product, each.unit): each for each in made}
    assert by_unit["850511", "t"].status is FigureStatus.ESTIMATE
    assert by_unit["magnets", "t"].status is FigureStatus.ESTIMATE
    assert by_unit["850511", "USD"].status is FigureStatus.FINAL
    assert by_unit["magnets", "USD"].note.startswith("Basket: HS 8505 11 + 8505 19")
    assert "no code isolates rare earth magnets" in by_unit["magnets", "USD"].note


def test_empty_is_no_fault_and_no_figure():
    assert parse(body(), CALL).rows == ()


def test_a_full_reply_was_cut_off():
    assert parse(body(*[record()] * CUT_OFF), CALL).cut_off
    assert not parse(body(record()), CALL).cut_off


def test_partners_have_the_names_that_the_record_uses():
    """Some of Comtrade's numbers are its own."""
    assert [partner_name(code) for code in (0, 156, 392, 410, 704, 276, 842, 490, 344)] == [
        "World", "China", "Japan", "South Korea", "Vietnam", "Germany", "United States", "Taiwan", "Hong Kong",
    ]  # fmt: skip
    assert partner_name(899, "Areas, nes") == "Areas, nes"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"[]",
        b"{}",
        b'{"data": {}}',
        body(error="too many"),
        b'{"statusCode":429,"message":"Rate limit"}',
    ],
)
def test_anything_else_is_a_fault(answer):
    with pytest.raises(ParseError):
        parse(answer, CALL)


ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


@given(
    st.lists(ANY | st.fixed_dictionaries({name: ANY | st.just(value) for name, value in record().items()}), max_size=6)
)
def test_fuzz_any_reply_gives_figures_or_a_clear_fault(records):
    """A figure is a number above zero with its partner."""
    try:
        reply = parse(json.dumps({"data": records}).encode(), CALL)
    except ParseError:
        return
    assert all(each.value > 0 and each.partner for each in figures(reply.rows, CALL, date(2026, 11, 22)))


def test_a_jump_is_told_by_what_is_usual():
    """With too little of a past, nothing is odd."""
    (usual, *_) = figures(parse(body(record()), CALL).rows, CALL, date(2026, 11, 22))
    assert implausible(usual, [9000.0] * 12) == ""
    assert implausible(usual, [900.0] * 12) == "9,999 USD against a usual 900 USD"
    assert implausible(usual, [900_000.0] * 12) != ""
    assert implausible(usual, [900.0] * 3) == ""


async def test_a_months_fetching_that_was_stopped_half_way_is_still_due(store, now, brief):
    """Once it has come through, nothing is due before the next month, or a new period."""
    service = Service(p2025=[record(period="2025")])
    service.refusals = [httpx.Response(200, content=body(record(period="2025"))), *[httpx.Response(429)] * 9]
    assert due({}, now())
    stopped = await service.fetcher(store, now).run()
    assert (stopped.calls, due(store.fetches.done(SOURCE), now())) == (1, True)
    service.refusals = []
    await service.fetcher(store, now).run()
    assert not due(store.fetches.done(SOURCE), now())
    now.tick(days=2)
    assert not due(store.fetches.done(SOURCE), now())
    now.tick(days=12)
    assert due(store.fetches.done(SOURCE), now())


# ---- running


class Service:
    """A pretend Comtrade: what it holds by period, and refusals to give first."""

    def __init__(self, **periods):
        self.periods = {period.lstrip("p"): records for period, records in periods.items()}
        self.refusals, self.asked, self.slept, self.headers = [], [], [], []

    def answer(self, request):
        asked = parse_qs(request.url.query.decode())
        period, codes = asked["period"][0], asked["cmdCode"][0].split(",")
        self.asked.append(period)
        self.headers.append(request.headers)
        if self.refusals:
            refusal = self.refusals.pop(0)
            if isinstance(refusal, Exception):
                raise refusal
            return refusal
        return httpx.Response(
            200, content=body(*(each for each in self.periods.get(period, ()) if each["cmdCode"] in codes))
        )

    async def sleep(self, seconds):
        self.slept.append(seconds)

    def fetcher(self, store, now, **how):
        visits = Fetcher(transport=httpx.MockTransport(self.answer))
        return FigureFetcher(store, visits, now, self.sleep, **how)


@pytest.fixture
def brief(monkeypatch):
    """Two periods are enough to see everything."""
    monkeypatch.setattr("bot.sources.comtrade.YEARS_BACK", 1)
    monkeypatch.setattr("bot.sources.comtrade.MONTHS_BACK", 1)


def live(store, product="magnets", partner="China", unit="USD"):
    found = store.figures.select("imports", product=product, partner=partner, unit=unit)
    return {each.period.text: each.value for each in found if each.source.title == "UN Comtrade"}


async def test_a_run_fills_the_record_with_its_papers(store, now, brief):
    """One entry of the journal a period, a pause between calls, and progress while it runs."""
    service, seen = Service(p2025=[record(period="2025")], p202608=[record(period="202608", value=1.0)]), []
    done = await service.fetcher(store, now).run(seen.append)
    assert (service.asked, service.slept) == (["2025", "202608"], [PACE])
    assert (done.calls, done.new, done.revised, done.stopped) == (2, 8, [], "")
    assert live(store) == {"2025": 9999.0, "2026-08": 1.0}
    assert [(each.period, each.number, each.of, each.rows) for each in seen] == [("2025", 1, 2, 1), ("202608", 2, 2, 1)]
    (figure,) = store.figures.select(
        "imports", product="850511", partner="China", unit="t", period=Period.parse("2025")
    )
    assert figure.source.url.startswith("https://comtradeapi.un.org/public/v1/preview/")
    assert len(store.journal.recent()) == 2


async def test_a_second_run_has_nothing_to_do(store, now, brief):
    """Nor has one after a week anything to write, when nothing was revised."""
    service = Service(p2025=[record(period="2025")])
    await service.fetcher(store, now).run()
    await service.fetcher(store, now).run()
    assert service.asked == ["2025", "202608"]
    now.tick(days=8)
    done = await service.fetcher(store, now).run()
    assert (done.new, done.revised, done.empty) == (0, [], 1)
    assert len(store.journal.recent()) == 1


async def test_a_revision_is_kept_as_one(store, now, brief):
    """The newer answers, the older stays in the history."""
    service = Service(p2025=[record(period="2025")])
    await service.fetcher(store, now).run()
    service.periods["2025"] = [record(period="2025", value=10_001.0)]
    now.tick(days=8)
    done = await service.fetcher(store, now).run()
    assert {(each.product, each.value) for each in done.revised} == {("850511", 10_001.0), ("magnets", 10_001.0)}
    assert live(store) == {"2025": 10_001.0}
    (figure,) = store.figures.select("imports", product="850511", partner="China", unit="USD")
    assert [each.value for each in store.figures.history(figure.state.number)] == [9999.0, 10_001.0]


async def test_haste_is_waited_out_as_long_as_it_says(store, now, brief):
    service = Service(p2025=[record(period="2025")])
    service.refusals = [
        httpx.Response(429, headers={"retry-after": "17"}),
        httpx.Response(200, json={"statusCode": 429, "message": "Rate limit is exceeded. Try again in 23 seconds."}),
    ]
    done = await service.fetcher(store, now).run()
    assert (service.slept, done.calls, done.stopped) == ([17.0, 23.0, PACE], 2, "")


async def test_a_run_that_is_stopped_goes_on_where_it_was(store, now, brief):
    """A torn connection is tried again; one that stays torn ends the run with what was fetched."""
    service = Service(p2025=[record(period="2025")], p202608=[record(period="202608")])
    service.refusals = [httpx.ReadError("torn"), *[httpx.ConnectError("gone")] * 9]
    stopped = await service.fetcher(store, now).run()
    assert (stopped.calls, stopped.stopped) == (0, "cannot be reached")
    service.refusals = []
    assert (await service.fetcher(store, now).run()).calls == 2
    service.refusals = [httpx.Response(429)] * 9
    now.tick(days=8)
    assert "slow down" in (await service.fetcher(store, now).run()).stopped
    assert live(store) == {"2025": 9999.0, "2026-08": 9999.0}


async def test_a_wrong_key_is_said_at_once_and_never_shown(store, now, brief):
    """The key goes in a header, and not into the record."""
    service = Service()
    service.refusals = [httpx.Response(401, json={"statusCode": 401, "message": "Access denied"})]
    done = await service.fetcher(store, now, key="s3cret").run()
    assert ("COMTRADE_KEY" in done.stopped, service.slept) == (True, [])
    assert service.headers[0]["Ocp-Apim-Subscription-Key"] == "s3cret"


async def test_a_reply_that_was_cut_off_is_asked_again_in_halves(store, now, brief):
    service = Service(
        p2025=[record(period="2025", partner=each % 200 + 1) for each in range(CUT_OFF)]
        + [record("284690", 392, period="2025")]
    )
    done = await service.fetcher(store, now).run()
    assert service.asked.count("2025") > 1
    assert live(store, "oxides", "Japan") == {"2025": 9999.0}
    assert done.stopped == ""


async def test_a_jump_waits_for_an_admin(store, now, monkeypatch):
    """It is not in the record until taken, and is offered once."""
    monkeypatch.setattr("bot.sources.comtrade.YEARS_BACK", 0)
    monkeypatch.setattr("bot.sources.comtrade.MONTHS_BACK", 8)
    months = [f"2026{month:02d}" for month in range(1, 9)]
    service = Service(**{f"p{month}": [record(partner=0, period=month)] for month in months})
    service.periods["202601"] = [record(partner=0, value=9_999_000.0, period="202601")]
    done = await service.fetcher(store, now).run()
    assert done.held == 2
    assert "2026-01" not in live(store, "magnets", "World")
    now.tick(days=8)
    monkeypatch.setattr("bot.sources.comtrade.MONTHS_BACK", 9)  # a new month: January is still asked for
    fetcher = service.fetcher(store, now)
    assert (await fetcher.run()).held == 0
    assert service.asked.count("202601") == 2
    waiting = next(each for each in fetcher.waiting() if each.figure.product == "magnets")
    assert fetcher.accept(waiting.number, person=None, via="chat") == waiting.figure
    assert fetcher.accept(waiting.number, person=None, via="chat") is None
    assert live(store, "magnets", "World")["2026-01"] == 9_999_000.0
