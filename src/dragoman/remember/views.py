"""The views that questions are asked of, each with its meaning; `docs/data.md` is made from them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view by name: what a row is, and the SQL that makes it."""

    name: str
    meaning: str
    sql: str
    columns: tuple[tuple[str, str], ...] = ()
    """Meanings of columns that are no table's."""


def _of(name: str, meaning: str) -> View:
    return View(name, meaning, f"CREATE TEMP VIEW {name} AS SELECT * EXCLUDE (entry, unit) FROM all_{name} {{keep}}")


TABLE_VIEWS = (
    _of("articles", "One row an article: the newest version of each page."),
    _of("events", "One row an event; a joint act has several sources or targets in its lists."),
    _of("ties", "One row a standing relation that a text states."),
    _of("statements", "One row a statement."),
    _of("skipped", "One row a page that could not be read."),
    View("pages", "One row a version of a page, replaced ones too (`current` tells); the bytes are in `content`.",
         "CREATE TEMP VIEW pages AS SELECT * EXCLUDE (unit), entry NOT IN (SELECT entry FROM hidden) AS current "
         "FROM all_pages", (("current", "Whether it is the version that counts."),)),
)
PAIRS = """CREATE TEMP VIEW pairs AS
SELECT id AS event, date, type, mode, quad, intensity, modality, reciprocal,
       s.name AS source_name, coalesce(s.country, '') AS source, s.sector AS source_sector,
       t.name AS target_name, coalesce(t.country, '') AS target, t.sector AS target_sector,
       speaker.name AS speaker_name, speaker.country AS speaker, place.name AS place, place.country AS place_country,
       sentence.text AS sentence, confidence, language, published, site, url, article
FROM (SELECT *, sources[pair.source + 1] AS s, targets[pair.target + 1] AS t
      FROM (SELECT *, unnest(pairs) AS pair FROM events))"""
PAIR_COLUMNS = (
    ("event", "Id of the event."), ("source_name", "Name of the source; null for nobody."),
    ("source", "Country of the source; empty for nobody or unknown."), ("source_sector", "Primary sector of the source."),
    ("target_name", "Name of the target; null for nobody."),
    ("target", "Country of the target; empty for nobody or unknown."),
    ("target_sector", "Primary sector of the target."), ("speaker_name", "Who says so, when it is not the paper."),
    ("speaker", "Country of the speaker."), ("place", "Name of the place."), ("place_country", "Country of the place."),
    ("sentence", "Text of the sentence."))
DYAD_COLUMNS = (
    ("date", "First day of the time of the act."), ("source", "Country of the source; empty for nobody or unknown."),
    ("target", "Country of the target; empty for nobody or unknown."), 
    ("incidents", "Incidents with such a report; null where those of a large record are not stored (`dragoman tidy`)."),
   
    ("reports", "Events: reports of one act in one article."), ("articles", "Articles with such an event."))
ACTOR_COLUMNS = (
    ("name", "Of the table of actors or, for others, as the text has it."),
    ("country", "ISO 3166-1 alpha-3; empty: unknown."),
    ("sector", "The primary one of the 25."), ("wikidata", "Item such as Q7747; empty when unknown."),
    ("as_source", "Times it stands among the sources of an event."), ("as_target", "Times it stands among the targets."),
    ("articles", "Articles with such an event."), ("first_seen", "Earliest day of such an event."),
    ("last_seen", "Latest day of such an event."))
INCIDENTS = "CREATE TEMP VIEW incidents AS SELECT * EXCLUDE (version) FROM all_incidents"
REPORTS = "CREATE TEMP VIEW reports AS SELECT id AS incident, unnest(events) AS event FROM all_incidents"
# Lists made distinct: of a million small groups DuckDB counts them in two thirds of the time of count(DISTINCT).
DYADS = """CREATE TEMP VIEW dyads_daily AS
SELECT date, dyad.source AS source, dyad.target AS target, type, modality,
       nullif(len(list_distinct(list(incident))), 0) AS incidents, count(*) AS reports,
       len(list_distinct(list(article))) AS articles
FROM (SELECT date, unnest(dyads) AS dyad, type, modality, article, incident
      FROM events LEFT JOIN reports ON reports.event = events.id WHERE date IS NOT NULL)
GROUP BY ALL"""
ACTORS = """CREATE TEMP VIEW actors AS
SELECT actor.name AS name, actor.country AS country, actor.sector AS sector, max(actor.wikidata) AS wikidata,
       count(*) FILTER (role = 'source') AS as_source, count(*) FILTER (role = 'target') AS as_target,
       count(DISTINCT article) AS articles, min(date) AS first_seen, max(date) AS last_seen
FROM (SELECT unnest(sources) AS actor, 'source' AS role, article, date FROM events
      UNION ALL SELECT unnest(targets), 'target', article, date FROM events)
GROUP BY ALL"""
VIEWS = (
    View("pairs", "One row a pair of an event: flat, with source and target as countries; empty for nobody.", PAIRS,
         PAIR_COLUMNS),
    View("incidents", "One row a thing that happened, is planned or supposed, however many pages report it.", INCIDENTS),
    View("reports", "Which event is a report of which incident: one row an event.", REPORTS,
         (("incident", "Id of the incident."), ("event", "Id of the event."))),
    View("dyads_daily", "A day, a pair of countries, a type and a modality: how many incidents, how many reports of them (a "
         "report is one event of one article), how many articles.", DYADS, DYAD_COLUMNS),
    View("actors", "Every actor of an event by name, country and sector, with how often and when.", ACTORS,
         ACTOR_COLUMNS),
)
NEEDED = re.compile(r"\b(?:from|join)\s+(?:incidents|reports)\b", re.IGNORECASE)
WANTED = re.compile(r"\b(?:incidents|reports|dyads_daily)\b", re.IGNORECASE)
"""A question that reads one of the first needs the incidents; one that names one of the second is answered with them where
they are stored or quickly made."""
NAMES = tuple(view.name for view in (*TABLE_VIEWS, *VIEWS))
