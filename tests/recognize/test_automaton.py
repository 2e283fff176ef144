"""Patterns that share their first letters are told apart by what follows."""

from dragoman.recognize.automaton import Patterns, spaced, unspaced


def found(patterns: Patterns, text: str) -> list[tuple[int, int, int, int]]:
    return list(patterns.find(unspaced(text) if text > "\u2e80" else spaced(text)))


def test_names_with_one_beginning_are_told_apart() -> None:
    patterns = Patterns()
    for value, name in enumerate(("Ministry", "Ministry of Defence", "Ministry of Justice", "Ministry of Def")):
        patterns.add(name, value)
    assert found(patterns, "the Ministry of Defence") == [(1, 1, 0, 0), (1, 3, 0, 1)]
    assert found(patterns, "Ministry of Just") == [(0, 0, 0, 0)]


def test_an_ending_follows_the_whole_stem_only() -> None:
    patterns = Patterns()
    patterns.add("Казахстан", 0, room=4)
    assert found(patterns, "в Казахстане") == [(1, 1, 1, 0)]
    assert found(patterns, "Казахские степи Казахстанцам") == [(2, 2, 3, 0)]


def test_all_values_of_a_name_come_in_the_order_of_adding() -> None:
    patterns = Patterns()
    for value in (7, 7, 3, 5):
        patterns.add("Vladimir Putin", value)
    assert [value for *_, value in found(patterns, "Vladimir Putin")] == [7, 3, 5]


def test_a_word_written_after_a_prefix_or_among_signs() -> None:
    arabic, chinese = Patterns(prefixes=("و", "ال")), Patterns(plain=True)
    arabic.add("كازاخستان", 1)
    chinese.add("哈萨克斯坦共和国政府", 2)
    assert [value for *_, value in found(arabic, "وكازاخستان")] == [1]
    assert found(chinese, "由哈萨克斯坦共和国政府") == [(1, 10, 0, 2)]
    assert not found(chinese, "由哈萨克斯坦共和国总统")


def test_has_knows_whole_words_and_stems() -> None:
    patterns = Patterns()
    patterns.add("authorities", 0)
    patterns.add("parliament*", 1)
    assert patterns.has("authorities") and patterns.has("parliament")
    assert not any(map(patterns.has, ("authorit", "authority", "parliamentary", "par")))
