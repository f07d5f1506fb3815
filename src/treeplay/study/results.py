"""`results.json` and `cost.json` of a study, from whatever is there; the report is made of these alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from treeplay.bench.metrics import Scored
from treeplay.bench.records import validated
from treeplay.bench.score import read_verdicts
from treeplay.config.study import Repeat, StudySettings
from treeplay.errors import RunError
from treeplay.files import parse_json, write_json
from treeplay.locks import locked
from treeplay.study.figures import figures
from treeplay.study.ledger import read_ledger, total
from treeplay.study.stages import BASE, START, Stage, StudyFolder, gradient_tokens, stages, warm_start
from treeplay.train.folder import RunFolder

Judged = dict[str, dict[str, dict[int, list[Scored]]]]
"By suite, arm and seed."


def read_study(folder: StudyFolder) -> StudySettings:
    """The settings of a study that was begun.

    Raises:
        RunError: the folder holds none.
    """
    try:
        value = parse_json(folder.settings.read_bytes(), where=str(folder.settings))
    except FileNotFoundError as error:
        raise RunError(f"{folder.path} holds no study; run `treeplay study` first, or give --runs") from error
    cure = "run the study again with the settings it was begun with"
    return validated(StudySettings, value, where=str(folder.settings), cure=cure, error=RunError)


def write_results(folder: StudyFolder) -> dict[str, Any]:
    """Sums a study up in `results.json` and `cost.json`, and returns the first.

    The main suite's figures stand at the top, those of the others below `suites`. What is not finished is left out
    and named in `missing`; answers whose tests could not be run count as not working, and are counted in `unrun`.

    Raises:
        RunError: the folder holds no study, or nothing in it is measured yet.
        BusyError: another process is writing a report there.
    """
    study = read_study(folder)
    judged, missing = _judged(study, folder)
    if not any(judged.values()):
        raise RunError(f"{folder.path}: nothing is measured yet; run `treeplay study` on")
    found = {suite: figures(arms, study.main, study.pairs) for suite, arms in judged.items() if arms}
    main, cost = study.suites[0].label, _cost(study, folder, judged)
    audit = parse_json(folder.audit.read_bytes(), where=str(folder.audit))
    results = {
        **found.get(main, {}),
        "study": study.name,
        "question": study.question,
        "suite": main,
        "main": study.main,
        "model": study.base.model.path,
        "seeds": len(judged[main].get(study.main, {})),
        "missing": missing,
        "unrun": _unrun(judged),
        "audit": audit,
        "cost": cost,
        "suites": {suite: own for suite, own in found.items() if suite != main},
    }
    with locked(folder.path, "report", patience_s=60):  # beside a study that goes on: this only reads what that writes
        write_json(folder.results, results)
        write_json(folder.path / "cost.json", cost)
    return results


def _judged(study: StudySettings, folder: StudyFolder) -> tuple[Judged, list[str]]:
    """All verdicts, those of a seed's folds together; and the stages that are to come.

    A seed whose folds are not all measured is left out: others have answered other tasks.
    """
    found: dict[tuple[str, str, int], list[list[Scored]]] = {}
    missing = []
    for stage in stages(study):
        if stage.kind != "measure":
            continue
        place = folder.measured(study, stage) / "verdicts.jsonl"
        scored = read_verdicts(place) if place.exists() else []
        if place.with_name("results.json").exists():  # asked after the reading: it goes before verdicts are cut
            found.setdefault((stage.suite, stage.arm, stage.repeat.seed), []).append(scored)
        else:
            missing.append(stage.name)
    judged: Judged = {suite.label: {} for suite in study.suites}
    for (suite, arm, seed), parts in found.items():
        if len(parts) == study.folds:
            judged[suite].setdefault(arm, {})[seed] = [scored for part in parts for scored in part]
    return judged, missing


def _unrun(judged: Judged) -> dict[str, int]:
    """By arm, answers whose tests could not be run; arms without one are left out."""
    counts: Counter[str] = Counter()
    for arms in judged.values():
        for arm, seeds in arms.items():
            counts[arm] += sum(not sample.judgement.final for scored in seeds.values() for sample in scored)
    return {arm: count for arm, count in counts.items() if count}


def _cost(study: StudySettings, folder: StudyFolder, judged: Judged) -> dict[str, Any]:
    """By arm; times and memory from the ledger, gradient tokens of every run that is trained to the end from disk.

    A forest that several arms share is counted in each of them, and once in all.
    """
    records, todo = read_ledger(folder.ledger), stages(study)
    by_arm = {}
    for arm in (BASE, START, *study.arms):
        used = {need for stage in todo if stage.arm == arm for need in stage.needs}
        own = [r for r in records if (r["stage"] in used if r["kind"] == "grow" else r["arm"] == arm)]
        if own:
            by_arm[arm] = _cost_of_arm(study, folder, arm, own, judged)
    return {
        "arms": by_arm,
        "total": total(records),
        "stages": {stage.name: total(_of(stage, records)) for stage in todo if _of(stage, records)},
    }


def _cost_of_arm(
    study: StudySettings, folder: StudyFolder, arm: str, records: list[dict[str, Any]], judged: Judged
) -> dict[str, Any]:
    begun = sorted({Repeat(record["seed"], record.get("fold")) for record in records}, key=Repeat.order)
    answers = [s.tokens for suite in judged.values() for own in suite.get(arm, {}).values() for s in own]
    runs = {repeat: folder.run(study, arm, repeat) for repeat in begun if _is_trained(study, folder, arm, repeat)}
    tokens = {repeat.short: sum(gradient_tokens(run).values()) for repeat, run in runs.items()}
    sampled = sum(record["drawn_tokens"] for record in records if record["kind"] in ("grow", "train"))
    return {
        "gradient_tokens": tokens,
        "sampled_tokens": {"branches": sampled, "answers": sum(answers)},
        "train": total([record for record in records if record["kind"] != "measure"]),
        "measure": total([record for record in records if record["kind"] == "measure"]),
    }


def _is_trained(study: StudySettings, folder: StudyFolder, arm: str, repeat: Repeat) -> bool:
    """Whether its account is whole; the base model has none."""
    if arm == BASE:
        return True
    own = warm_start(study.arm(study.main, repeat)) if arm == START else study.arm(arm, repeat)
    return RunFolder(folder.run(study, arm, repeat)).is_finished(own)


def _of(stage: Stage, records: list[dict[str, Any]]) -> list[Mapping[str, Any]]:
    return [record for record in records if record["stage"] == stage.name]
