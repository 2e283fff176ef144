"""The API keeps to its own description, whatever it is asked."""

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from dragoman.remember.desk import Desk
from dragoman.report.site.app import Settings, application


def test_events_are_paged_and_worded(client: TestClient) -> None:
    first = client.get("/api/v1/events", params={"actor": "RUS", "limit": 1, "lang": "id"}).json()
    second = client.get("/api/v1/events", params={"actor": "RUS", "limit": 1, "offset": 1, "lang": "id"}).json()
    assert first["total"] == second["total"] > 2
    assert first["rows"][0]["said"] == "Rusia meminta Azerbaijan dan Armenia untuk bernegosiasi"
    assert first["rows"][0]["id"] != second["rows"][0]["id"]
    row = first["rows"][0]
    assert row["sentence"][row["sources"][0]["start"]:row["sources"][0]["end"]] == row["sources"][0]["text"]


def test_incidents_articles_days_and_trends(client: TestClient) -> None:
    one = client.get("/api/v1/incidents", params={"type": "ASSAULT"}).json()["rows"][0]
    assert client.get(f"/api/v1/incidents/{one['id']}").json() == one
    assert client.get(f"/api/v1/articles/{one['articles'][0]}").json()["url"].startswith("https://example.org/")
    assert client.get("/api/v1/incidents/none").status_code == client.get("/api/v1/articles/none").status_code == 404
    assert sum(day["conflict"] for day in client.get("/api/v1/days", params={"actor": "ARM"}).json()) > 40
    assert client.get("/api/v1/trends").json()[0]["burst"] > 0
    assert client.get("/api/v1/events", params={"lang": "xx"}).status_code == 400


def test_the_description_holds(desk: Desk) -> None:
    """Schemathesis asks what the description allows and what it does not; no answer may be another than described.

    That every text of 80 letters names a country is not promised: such a question is answered 400.
    """
    app = application(lambda: desk, Settings(rate=0))  # type: ignore[arg-type]
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    asked = []
    for operation in schema.get_all_operations():
        @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.ok().as_strategy())
        def holds(case: schemathesis.Case) -> None:
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        holds()
        asked.append(operation.ok().path)
    assert len(asked) == 6
