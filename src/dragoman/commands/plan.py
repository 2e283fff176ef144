"""`dragoman plan`: how long so many pages take, on how many cores, and what that costs."""

import math
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

RATE = 7.5
"""Pages of ten sentences that one core codes in a second of its own time: `python -m benchmarks.crawl` gave 7.1 (64 pages)
and 7.9 (96 pages), loading of the languages' tables included."""
EFFICIENCY = 0.85
"""Share of a core's time that is left for it beside others; the least that issue and benchmark ask of two processes."""
WRITER = 500.0
"""Pages a second that one command can append: reckoned, not measured, from 0.1 s a commit (remember/table.py)."""
CORES = (1, 8, 64, 512, 4096)


def register(app: typer.Typer) -> None:
    """Name the commands of this group."""
    app.command(epilog="Example: dragoman plan --pages 1e9 --price 0.02 --hours 72")(plan)


Pages = Annotated[float, typer.Option(min=1, help="Pages to code: 1e9 is a thousand million.", show_default=False)]
Rate = Annotated[float, typer.Option(min=0.001, help="Pages a second of a core; python -m benchmarks.crawl measures it.")]
Efficiency = Annotated[float, typer.Option(min=0.01, max=1, help="Share of a core that is left to it beside others.")]
Price = Annotated[float, typer.Option(min=0, help="What an hour of one core costs, in your money.")]
Hours = Annotated[float | None, typer.Option(min=0.001, help="Hours that it may take; tells the cores needed.")]


def plan(pages: Pages, rate: Rate = RATE, efficiency: Efficiency = EFFICIENCY, price: Price = 0.0,
         hours: Hours = None) -> None:
    """Print hours, cores and cost for so many pages, with the formula."""
    work = core_hours(pages, rate, efficiency)
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("cores", "hours", "days", "commands that write", *(("cost",) if price else ())):
        made.add_column(name, justify="right")
    for cores in (math.ceil(work / hours),) if hours else CORES:
        took = work / cores
        made.add_row(f"{cores:,}", f"{took:,.1f}", f"{took / 24:,.1f}", f"{writers(pages, took):,}",
                     *((f"{work * price:,.2f}",) if price else ()))
    console = Console(highlight=False, soft_wrap=True)
    console.print(made)
    console.print(f"core-hours = pages / (rate × efficiency × 3600) = {pages:,.0f} / ({rate:g} × {efficiency:g} × 3600) = "
                  f"{work:,.1f}", markup=False)
    console.print(f"hours = core-hours / cores; commands that write = pages/s / {WRITER:g}, each with its own share of the "
                  f"files and one record (docs/cluster.md){'; cost = core-hours × price' if price else ''}", markup=False)


def core_hours(pages: float, rate: float, efficiency: float) -> float:
    """Hours that one core would take."""
    return pages / (rate * efficiency * 3600)


def writers(pages: float, hours: float) -> int:
    """Commands that must run beside each other, so that appending does not hold up the coding."""
    return max(1, math.ceil(pages / (hours * 3600) / WRITER))
