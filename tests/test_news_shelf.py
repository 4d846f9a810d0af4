"""All that was ever found: searched in English and Hindi, muted by chats, and known under every name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.newsitems import Fate, NewsItem, Topic, Urgency, Visits, WatchKind


def find(store, now, title, *, story=None, keys=(), **more):
    watch = store.watches.at("https://e.org/feed") or store.watches.add("https://e.org/feed", now())
    item = NewsItem(title, f"https://e.org/{abs(hash(title))}", **more)
    return store.news.remember(
        item,
        keys,
        watch=watch.number,
        now=now(),
        relevant=True,
        topic=Topic.POLICY,
        urgency=Urgency.NOTABLE,
        why="it says so",
        fate=Fate.TOLD,
        story=story,
    )


def titles(found):
    return [each.item.title for each in found]


def test_search_finds_words_in_english_and_hindi(store, now):
    """Singular and plural are one; a vowel sign does not break a word."""
    find(store, now, "India imports rare earth magnets")
    find(store, now, "दुर्लभ मृदा चुंबक का आयात", summary="चीन से")
    assert titles(store.news.search("magnet import")) == ["India imports rare earth magnets"]
    assert titles(store.news.search("चुंबक")) == ["दुर्लभ मृदा चुंबक का आयात"]
    assert titles(store.news.search("चीन")) == ["दुर्लभ मृदा चुंबक का आयात"]
    assert store.news.search("चबक") == ()


def test_search_gives_the_newest_first_or_the_best(store, now):
    find(store, now, "Magnets, magnets, magnets")
    find(store, now, "A long report on ports and ships in which magnets are only named once")
    assert titles(store.news.search("magnets"))[0].startswith("A long report")
    assert titles(store.news.search("magnets", ranked=True))[0] == "Magnets, magnets, magnets"
    assert titles(store.news.search("magnets", limit=1, skip=1)) == ["Magnets, magnets, magnets"]


@given(st.text(max_size=60))
def test_fuzz_any_words_can_be_searched_for(store, words):
    """No sign in them is an operator."""
    assert store.news.search(words) == ()
    assert store.news.search(words, ranked=True) == ()


def test_an_item_is_found_by_any_spelling_of_its_link(store, now):
    from storage.identity import link_digest

    number = find(store, now, "T", keys=(link_digest("https://e.org/a"),))
    assert store.news.by_link("http://www.e.org/a/?utm_source=x").number == number
    assert store.news.by_link("https://e.org/b") is None
    assert store.news.by_link("no link") is None


def test_a_name_that_another_item_has_stays_with_it(store, now):
    first, second = find(store, now, "One", keys=("a",)), find(store, now, "Two", keys=("a", "b"))
    assert store.news.known(["a", "b", "c"]) == {"a": first, "b": second}


def test_mutes_are_of_a_story_or_a_topic_and_end(store, now):
    story = store.news.open_story("s", Topic.POLICY, Urgency.URGENT, now())
    other = store.news.open_story("t", Topic.TRADE, Urgency.URGENT, now())
    store.news.mute(1, story=story.number)
    hour = store.news.mute(1, topic=Topic.TRADE, until=now() + timedelta(hours=1))
    assert store.news.muted(1, story, now())
    assert store.news.muted(1, other, now())
    assert not store.news.muted(2, story, now())
    assert len(store.news.mutes(1, now())) == 2
    assert not store.news.muted(1, other, now.tick(hours=2))
    assert [each.story for each in store.news.mutes(1, now())] == [story.number]
    assert not store.news.unmute(2, hour.number)
    assert store.news.unmute(1, store.news.mutes(1, now())[0].number)
    assert not store.news.muted(1, story, now())


def test_a_newer_mute_replaces_the_older(store, now):
    store.news.mute(1, topic=Topic.TRADE, until=now() + timedelta(hours=1))
    store.news.mute(1, topic=Topic.TRADE)
    assert [each.until for each in store.news.mutes(1, now())] == [None]


@pytest.mark.parametrize("what", [{}, {"story": 1, "topic": Topic.TRADE}])
def test_a_mute_of_nothing_or_of_both_is_refused(store, what):
    with pytest.raises(ValueError, match="a mute is of a story or of a topic"):
        store.news.mute(1, **what)


def test_a_word_on_a_story_is_kept_once(store, now):
    story = store.news.open_story("s", Topic.POLICY, Urgency.URGENT, now())
    assert store.news.object(1, None, story.number, "not for us", now())
    assert not store.news.object(1, None, story.number, "not for us", now())
    assert [(each.chat, each.said) for each in store.news.feedback()] == [(1, "not for us")]


def test_the_latest_stories_by_topic_and_urgency(store, now):
    for key, topic, urgency in (
        ("a", Topic.TRADE, Urgency.ROUTINE),
        ("b", Topic.TRADE, Urgency.URGENT),
        ("c", Topic.MINING, Urgency.URGENT),
    ):
        store.news.open_story(key, topic, urgency, now.tick())
    assert [each.key for each in store.news.latest()] == ["c", "b", "a"]
    assert [each.key for each in store.news.latest(topic=Topic.TRADE)] == ["b", "a"]
    assert [each.key for each in store.news.latest(least=Urgency.NOTABLE)] == ["c", "b"]


def test_stories_since_are_those_that_had_something_to_tell(store, now):
    """After the one time, up to the other."""
    start = now()
    for key in "abc":
        story = store.news.open_story(key, Topic.TRADE, Urgency.URGENT, now.tick(hours=1))
        store.news.keep_story(replace(story, news=now()))
    store.news.open_story("quiet", Topic.TRADE, Urgency.URGENT, now())
    assert [each.key for each in store.news.stories_since(start)] == ["a", "b", "c"]
    assert [each.key for each in store.news.stories_since(start + timedelta(hours=1), start + timedelta(hours=2))] == [
        "b"
    ]


def test_watches_are_added_changed_paused_and_taken_off(store, now):
    """Adding again what is watched changes it, and forgets no visit."""
    watch = store.watches.add("https://e.org/feed", now(), name="E", every=5)
    store.watches.note(replace(Visits(watch.number), last=now(), good=now(), quiet=False, etag="x"))
    again = store.watches.add("https://e.org/feed", now(), name="F", kind=WatchKind.PAGE)
    assert (again.number, again.name, again.kind, again.every) == (watch.number, "F", WatchKind.PAGE, None)
    assert store.watches.visits_of(watch.number).etag == "x"
    assert store.watches.pause(watch.number)
    assert store.watches.get(watch.number).paused
    assert store.watches.resume(watch.number)
    assert store.watches.remove(watch.number, now())
    assert not store.watches.remove(watch.number, now())
    assert (store.watches.all(), store.watches.visits()) == ((), {})
    assert store.watches.restore(watch.number)
    assert store.watches.visits_of(watch.number).quiet


def test_visits_come_back_as_they_were_kept(store, now):
    watch = store.watches.add("https://e.org/feed", now())
    at = now()
    whole = Visits(watch.number, at, at, at, "e", "l", "d", 3, at, "f", "network", "fault", finds=4, first_find=at)
    whole = replace(whole, quiet=False, last_find=at, silent_told=True)
    store.watches.note(whole)
    assert store.watches.visits() == {watch.number: whole}
