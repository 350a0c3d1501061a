#!/usr/bin/env python3
"""Checks of .ci/run that are easier in Python.

    compare.py lines FILE              every line of FILE is a JSON document with its contract's fields
    compare.py scores ALL SET FILE     the scores of SET in ALL (tests/score.rs) are those in FILE (score.py --json)
"""
import json
import math
import sys


def check_lines(path):
    faults, number = [], 0
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                document = json.loads(line)
                lacking = {"id", "published", "visits", "agreements", "conflicts", "mentions"} - document.keys()
                if lacking:
                    faults.append(f"{path}:{number}: lacks {', '.join(sorted(lacking))}")
            except ValueError as fault:
                faults.append(f"{path}:{number}: {fault}")
        if not number:
            faults.append(f"{path}: no line")
    return faults or print(f"{path}: {number} JSON lines")


def differences(ours, theirs, where):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            yield from differences(ours.get(key), theirs.get(key), f"{where}.{key}")
    elif None in (ours, theirs) or not math.isclose(ours, theirs, abs_tol=1e-9):
        yield f"{where}: tests/score.rs has {ours}, score.py {theirs}"


def check_scores(everything, name, path):
    with open(everything, encoding="utf-8") as ours, open(path, encoding="utf-8") as theirs:
        faults = list(differences(json.load(ours)[name], json.load(theirs), name))
    return faults or print(f"{name}: both scorers agree")


CHECKS = {"lines": (check_lines, 1), "scores": (check_scores, 3)}

if __name__ == "__main__":
    check, count = CHECKS.get(sys.argv[1] if len(sys.argv) > 1 else "", (None, 0))
    if check is None or len(sys.argv) != count + 2:
        sys.exit(__doc__)
    sys.exit("\n".join(check(*sys.argv[2:]) or []) or 0)
