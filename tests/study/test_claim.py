"""A study goes on where what is there is its own; its budgets are those of the arm that sets them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from treeplay.config.run import RunSettings
from treeplay.config.study import StudySettings, load_study
from treeplay.errors import RunError
from treeplay.files import write_json
from treeplay.study.claim import require_same
from treeplay.study.run import suites_of
from treeplay.study.stages import Stage, StudyFolder, gradient_tokens, stages

OWN = ["seeds=[0]"]


class Begun:
    """A study every arm of which is trained, as far as its files say."""

    def __init__(self, place: Path) -> None:
        self.folder = StudyFolder(place)
        study = load_study("rq3", OWN)
        assert study.budget.arm == "tsp"
        for stage in stages(study):  # tsp comes first
            if stage.kind == "train":
                run = self.folder.run(study, stage.arm, stage.repeat)
                settings = self.settings(study, stage).model_dump(mode="json")
                write_json(run / "manifest.json", {"settings": settings})
                write_json(run / "rounds/1/stage.json", {"phase": "round 1", "gradient_tokens": 12345})

    def settings(self, study: StudySettings, stage: Stage) -> RunSettings:
        spent = gradient_tokens(self.folder.run(study, "tsp", stage.repeat))
        return study.arm(stage.arm, stage.repeat, 0 if stage.arm == "tsp" else sum(spent.values()))

    def goes_on(self, *changed: str) -> None:
        study = load_study("rq3", [*OWN, *changed])
        require_same(study, self.folder, suites_of(study), lambda stage: self.settings(study, stage))


def test_an_arm_that_is_started_over_as_advised_costs_the_others_nothing(tmp_path: Path) -> None:
    begun = Begun(tmp_path)
    begun.goes_on()
    with pytest.raises(RunError, match=r"arms/tsp/seed-0 .*settings.judge.elsewhere"):
        begun.goes_on("arms.tsp.judge.elsewhere=0.5")
    shutil.rmtree(tmp_path / "arms/tsp")
    begun.goes_on("arms.tsp.judge.elsewhere=0.5")
    with pytest.raises(RunError, match=r"arms/sft/seed-0 .*settings.optim.lr"):
        begun.goes_on("arms.sft.optim.lr=0.5")
