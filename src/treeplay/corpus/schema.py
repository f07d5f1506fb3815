"""What the model is asked: a task, and the two programs that answer it well and badly."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from treeplay import cwe

Language = Literal["python", "javascript", "go", "c", "cpp", "java", "ruby"]
Split = Literal["train", "dev", "test"]
CweId = Annotated[str, BeforeValidator(cwe.normalise)]
"Read from any spelling, a bare number too."


Test = Annotated[str | None, BeforeValidator(lambda text: text if text is None or str(text).strip() else None)]
"A blank one is none: it would let every program pass."


class Annotation(BaseModel):
    """One line of the golden path that an annotator marked as a place of risk."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    line: str
    cwe: CweId | None = None
    note: str = ""


class Task(BaseModel):
    """One thing to write, and how an answer is judged.

    A program is `setup + prefix + completion + suffix`; the model sees `instruction` and `prefix` and writes
    the completion. `prefix`, when not empty, ends with a line break.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    "Unique in its corpus."
    language: Language = "python"
    cwe: CweId | None = None
    "The weakness that the task invites; none for a plain prompt."
    family: str = ""
    "Tasks that are variants of one another; a family is never divided between splits."
    split: Split = "train"
    instruction: str
    "What a person would ask for; it does not name the fix."
    prefix: str = ""
    "The code that is given: imports, signature, docstring."
    golden: str = ""
    "The secure completion; empty for a plain prompt."
    vulnerable: str | None = None
    "The vulnerable completion of the same prefix."
    setup: str = ""
    "Code put before the program when it runs; the model does not see it."
    suffix: str = ""
    "Code put after the completion when it runs."
    functional_test: Test = None
    "Python (or the task's language) that exits without an error when the program does its work."
    security_test: Test = None
    "Attacks the program; exits without an error when the attack fails."
    licence: str = "unknown"
    source: str = ""
    "Where the task comes from: a data set's name, a commit's address."
    annotations: tuple[Annotation, ...] = ()

    def program(self, completion: str) -> str:
        """The whole program that a completion makes."""
        return self.setup + self.prefix + completion + self.suffix
