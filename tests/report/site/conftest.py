"""The made-up record and a client of the site over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import dragoman
from dragoman.remember.desk import Desk
from dragoman.report.site.app import Settings, application
from dragoman.report.site.view import Notice
from tests.report.site import made

NOTICE = Notice("Ten years of <b>records</b>", "https://example.org/ten")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(dragoman.open(made.record(Path(tmp_path_factory.mktemp("site")) / "record")))


@pytest.fixture(scope="session")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(application(lambda: desk, Settings(rate=0, notice=NOTICE)), follow_redirects=False) as made_client:  # type: ignore[arg-type]
        yield made_client
