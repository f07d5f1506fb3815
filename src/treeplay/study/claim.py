"""Whether a study may go on in its folder: asked of all that is there before anything is written over."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from treeplay.bench import manifest
from treeplay.bench.arms import asked
from treeplay.bench.suites import Suite
from treeplay.config.run import RunSettings
from treeplay.config.study import StudySettings
from treeplay.study.stages import Stage, StudyFolder, stages
from treeplay.train.folder import RunFolder


def require_same(
    study: StudySettings, folder: StudyFolder, suites: Mapping[str, Suite], settings_of: Callable[[Stage], RunSettings]
) -> None:
    """Checks that what was trained and drawn so far was so under the study's settings; arms and suites may be added.

    Args:
        suites: what is asked, by name.
        settings_of: those of the run of a stage.

    Raises:
        RunError: a run or samples are of other settings; says which and what differs.
    """
    for stage in stages(study):
        if stage.kind == "train":
            run = RunFolder(folder.run(study, stage.arm, stage.repeat))
            if run.manifest.exists():
                run.require(settings_of(stage), but=() if _has_budget(study, folder, stage) else ("token_budget",))
        elif stage.kind == "measure":
            _require_drawn(study, folder, stage, suites[stage.asks])


def _has_budget(study: StudySettings, folder: StudyFolder, stage: Stage) -> bool:
    """Whether a run's budget is known: one that another arm sets is not before that arm is trained, or again."""
    arm = study.budget.arm
    if arm in (None, stage.arm):
        return True
    return RunFolder(folder.run(study, arm, stage.repeat)).is_finished(study.arm(arm, stage.repeat))


def _require_drawn(study: StudySettings, folder: StudyFolder, stage: Stage, suite: Suite) -> None:
    place = folder.measured(study, stage)
    if not manifest.holds_samples(place):
        return
    stored = manifest.read(place)  # whose weights it is about, the stage itself asks
    options = next(one for one in study.suites if one.label == stage.suite)
    manifest.require(place, asked(suite, options, stage.repeat.seed, stored.model, stored.weights_sha256))
