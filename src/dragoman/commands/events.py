"""`dragoman events`: who did what to whom, without SQL, as rows or counts."""

from enum import StrEnum
from typing import Annotated

import typer

from dragoman import pipeline
from dragoman.commands.door import answering, errors
from dragoman.commands.output import File, Form, Format, chosen, put
from dragoman.commands.record import At, Folder


class What(StrEnum):
    """What a row stands for, or what is counted."""

    reports = "reports"
    incidents = "incidents"
    articles = "articles"


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    example = "dragoman events --source RUS --target AZE --type REQUEST --since 2020-09 --record record"
    app.command(epilog=f"Example: {example}")(events)


def events(record: Folder,
           source: Annotated[str, typer.Option(help="Country codes, with or without sector: RUS,ARM/GOV.")] = "",
           target: Annotated[str, typer.Option(help="The same for the target.")] = "",
           kind: Annotated[str, typer.Option("--type", help="PLOVER types: ASSAULT,COERCE.")] = "",
           modality: Annotated[str, typer.Option(help="asserted, negated, future, hypothetical.")] = "",
           place: Annotated[str, typer.Option(help="Countries where it happened.")] = "",
           since: Annotated[str, typer.Option(help="First day: 2020, 2020-09 or 2020-09-27.")] = "",
           until: Annotated[str, typer.Option(help="Last day, the same way.")] = "",
           incidents: Annotated[bool, typer.Option("--incidents", help="A row an incident, not a row a report.")] = False,
           count: Annotated[What | None, typer.Option(help="Count instead.")] = None,
           by: Annotated[str, typer.Option(help="Count by day, week, month or year, by source, target, type, mode, quad, "
                                                "modality, language, site, place_country; or month,type.")] = "month",
           limit: Annotated[int | None, typer.Option(help="So many rows at most, the newest.", min=0)] = None,
           form: Form = None, output: File = None, at: At = None) -> None:
    """Find events by who, what, whom and when, or count them. A report is one event of one article."""
    from dragoman.remember import find  # noqa: PLC0415

    with answering():
        opened = pipeline.open_record(record, at)
        asked = find.Question(source, target, kind, modality, place, find.day(since), find.day(until, last=True))
        if count:
            answer = find.counts(opened, asked, count.value, by)
        else:
            answer = (find.incident_rows if incidents else find.rows)(opened, asked, limit)
        if not answer.num_rows:
            errors.print(find.why_nothing(opened, asked), markup=False)
        if chosen(form, output) is Format.table and not count:
            answer = opened.brief(answer)
        put(answer, form, output)
