"""What comes from a page cannot rewrite the screen."""

from rich.console import Console

from dragoman.report.table import article_panel, events_table, safe
from tests.conftest import made


def test_control_and_override_characters_are_taken_out() -> None:
    assert safe("a\x1b[31mb\u202ec\td") == "a[31mbc d"


def test_markup_in_a_page_is_shown_as_it_is() -> None:
    article = made("[bold]Ghana[/bold] asks Togo [link=http://x]here[/link].", "clean", language="en")
    console = Console(width=100, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115, PTH123
    with console.file:
        console.print(events_table(article, ()))
        console.print(article_panel(article))
        shown = console.export_text()
    assert "[link=http://x]here" in shown
