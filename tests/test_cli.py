"""The command line: formats, bad input, exit codes; never a traceback."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def dragoman(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "dragoman", *arguments], input=stdin, capture_output=True, check=False,
                          timeout=120)


def test_lines_in_a_pipe(pages: Path) -> None:
    done = dragoman("code", str(pages / "dili.id.txt"))
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert rows
    wanted = {"record", "id", "event_id", "source", "target", "type", "mode", "quad", "intensity", "modality", "speaker",
              "sentence", "start", "end", "date", "confidence", "model"}
    assert all(wanted <= set(row) for row in rows if row["record"] == "event")


def test_records_are_chosen(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Armenia is a member of the Collective Security Treaty Organization. Turkey condemned Israel on Monday.")
    tie, = (json.loads(line) for line in dragoman("code", str(page), "--records", "tie").stdout.decode().splitlines())
    assert (tie["record"], tie["source"]["country"], tie["kind"], tie["target"]["country"]) == ("tie", "ARM", "member", "IGO")
    assert tie["since"] is None
    done = dragoman("code", str(page), "--records", "events")
    assert (done.returncode, done.stderr.decode()) == (1, "dragoman: unknown record 'events'; choose of event, tie, statement\n")


def test_table_marks_the_sentence(pages: Path) -> None:
    done = dragoman("code", str(pages / "dili.id.txt"), "--format", "table")
    shown = done.stdout.decode()
    assert "AID" in shown
    assert "⟪" in shown
    assert "Iklan" not in shown


def test_read_as_json(pages: Path) -> None:
    done = dragoman("read", str(pages / "hatay.tr.txt"), "--format", "json")
    row = json.loads(done.stdout)
    assert (row["record"], row["language"], row["published"]) == ("article", "tr", "2026-06-06")


def test_standard_input_and_hints() -> None:
    done = dragoman("read", "-", "--language", "en", "--published", "2026-01-02", "--format", "json",
                    stdin=b"Ghana asks Togo for talks on the border.")
    assert json.loads(done.stdout)["published"] == "2026-01-02"


def test_bad_inputs_get_one_line_each_and_the_rest_is_coded(tmp_path: Path, pages: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "latin.txt").write_bytes("Über die Grenze – wäre möglich, hätte täte".encode("cp1252"))
    (tmp_path / "huge.txt").write_bytes(b"a" * 50_000_000)
    (tmp_path / "broken.jsonl").write_text('{"text": \n{"text": "Ghana asks Togo.", "language": "xx"}\n')
    bad = [str(tmp_path / n) for n in ("binary.txt", "empty.html", "latin.txt", "huge.txt", "nothere.txt", "broken.jsonl")]
    done = dragoman("code", *bad, "http://127.0.0.1:1/", "http://nowhere.invalid/", str(pages / "dili.id.txt"))
    told = done.stderr.decode().splitlines()
    assert done.returncode == 1
    assert len(told) == 9
    for line, (name, reason) in zip(told, [
            ("binary.txt", "binary"), ("empty.html", "empty"), ("latin.txt", "wrong encoding"), ("huge.txt", "larger than 10 MB"),
            ("nothere.txt", "no such file"), ("broken.jsonl:1", "not JSON"), ("broken.jsonl:2", "unknown language 'xx'"),
            ("http://127.0.0.1:1/", "private address"), ("http://nowhere.invalid/", "unreachable")]):
        assert name in line
        assert reason in line
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b'"record": "event"') > 0


@pytest.mark.parametrize("arguments", [("--language", "qq"), ("--published", "soon"), ("--model", "/nowhere"),
                                       ("--output", "/nowhere/at/all.jsonl")])
def test_bad_options_get_one_line(pages: Path, arguments: tuple[str, str]) -> None:
    done = dragoman("code", str(pages / "dili.id.txt"), *arguments)
    assert done.returncode == 1
    assert len(done.stderr.decode().splitlines()) == 1


def test_help_has_examples() -> None:
    for command in ((), ("code",), ("read",)):
        done = dragoman(*command, "--help")
        assert done.returncode == 0
        assert b"Example" in done.stdout


def test_output_file_is_whole_or_absent(tmp_path: Path, pages: Path) -> None:
    out = tmp_path / "events.jsonl"
    done = dragoman("code", str(pages), "--output", str(out))
    assert done.returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["events.jsonl"]
    assert len({json.loads(line)["language"] for line in out.read_text("utf-8").splitlines()}) >= 14


def test_a_stopped_run_goes_on_where_it_left_off(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": n, "text": f"Ghana asked Togo for {n} trucks on Monday.", "language": "en"}) + "\n"
                            for n in range(3000)))
    whole, out = tmp_path / "whole.jsonl", tmp_path / "events.jsonl"
    run = [sys.executable, "-m", "dragoman", "code", str(many), "--output"]
    with subprocess.Popen([*run, str(out)], stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        log = tmp_path / "events.jsonl.done"
        while time.monotonic() < deadline and (not log.exists() or log.read_text().count("\n") < 200):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"goes on where it left off" in told
    assert not out.exists()
    before = log.read_text().count("\n")
    assert subprocess.run([*run, str(out)], check=False).returncode == 0
    assert before > 1
    assert subprocess.run([*run, str(whole)], check=False).returncode == 0
    assert out.read_bytes() == whole.read_bytes()


def test_an_actor_is_printed_with_what_decided() -> None:
    done = dragoman("actor", "former president Nazarbayev", "--date", "2022-01-10")
    row = json.loads(done.stdout)
    assert (row["country"], row["sector"], row["until"]) == ("KAZ", "ELI", "2019-03-20")
    shown = dragoman("actor", "the Turkish foreign minister", "--format", "table").stdout.decode()
    assert "nationality turkish" in shown
    done = dragoman("actor", "x", "--country", "XYZ")
    assert (done.returncode, done.stderr.decode().count("\n")) == (1, 1)


def test_dictionaries_are_imported_as_own_actors(tmp_path: Path) -> None:
    (tmp_path / "agents.txt").write_text("BELLHOP [~LAB]\nGHOST\n")
    own = tmp_path / "own.csv"
    done = dragoman("actors", "import", str(tmp_path / "agents.txt"), "--output", str(own))
    assert done.returncode == 1
    assert "agents.txt:2: no agent" in done.stderr.decode()
    row = json.loads(dragoman("actor", "Greek bellhops", "--actors", str(own)).stdout)
    assert (row["country"], row["sector"]) == ("GRC", "LAB")
