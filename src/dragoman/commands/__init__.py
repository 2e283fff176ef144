"""Commands in groups; `cli.py` names them. Like it, they may print."""
