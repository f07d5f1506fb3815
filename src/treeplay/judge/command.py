"""Detectors that are commands: one process reads a batch of programs, and what it said of each is kept to be given out.

A command takes from 10 ms to seconds to start and far less for one more program; so `prepare` reads what will be asked
for at once. A program on which the command fails or runs out of time must not decide about the others: the batch is
halved until it stands alone, and is an error there.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import shutil
import signal
import subprocess
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from treeplay.errors import ConfigError
from treeplay.judge.detector import BreakdownError, ScanError
from treeplay.judge.schema import Finding

Result = set[Finding] | ScanError
"What is known of one program."
Reader = Callable[[Sequence[str], str], list[Result]]
"""Reads programs of one language by one process; a result a program, in their order.

Raises OSError, SubprocessError or ValueError if the process failed as a whole.
"""

_AT_ONCE = 200
_MAX_KEPT = 20_000
_MEMORY_BYTES = 3 << 30


class CommandDetector:
    """A detector that is a command; see `Detector`, `BatchDetector` and `CoveringDetector`.

    Args:
        name: as findings carry it.
        version: of the command and of our rules for it.
        read: reads a batch of programs of one language.
        rules: by language, the CWE of each rule that can fire.
    """

    def __init__(self, name: str, version: str, read: Reader, rules: Mapping[str, Mapping[str, str]]) -> None:
        self.name, self.version, self.languages = name, version, frozenset(rules)
        self._read, self._rules = read, rules
        self._known: dict[tuple[str, str], Result] = {}

    def rules(self, language: str) -> Mapping[str, str]:
        """See `CoveringDetector.rules`."""
        return self._rules.get(language, {})

    def prepare(self, codes: Sequence[str], language: str) -> None:
        """Reads programs that will be scanned; each result is given out once or more."""
        if language not in self.languages:
            return
        if len(self._known) > _MAX_KEPT:
            self._known.clear()
        missing = [code for code in dict.fromkeys(codes) if (code, language) not in self._known]
        self._known |= {
            (code, language): ScanError(f"{self.name} reads text only") for code in missing if not _is_text(code)
        }
        texts = [code for code in missing if _is_text(code)]
        for start in range(0, len(texts), _AT_ONCE):
            part = texts[start : start + _AT_ONCE]
            self._known |= {(code, language): each for code, each in zip(part, self._try(part, language), strict=True)}

    def scan(self, code: str, language: str) -> list[Finding]:
        """See `Detector.scan`."""
        if language not in self.languages:
            raise ScanError(f"{self.name} does not read {language}")
        if (code, language) not in self._known:
            self.prepare([code], language)
        result = self._known[code, language]
        if isinstance(result, BreakdownError):
            del self._known[code, language]  # asked anew the next time
        if isinstance(result, ScanError):
            raise type(result)(str(result))
        return in_order(result)

    def _try(self, codes: Sequence[str], language: str) -> list[Result]:
        try:
            return self._read(codes, language)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            if len(codes) > 1:
                middle = len(codes) // 2
                return self._try(codes[:middle], language) + self._try(codes[middle:], language)
            kind = BreakdownError if isinstance(error, OSError) else ScanError
            return [kind(f"{self.name} could not read the program ({type(error).__name__}: {error})")]


def run_command(
    argv: Sequence[str], folder: Path, *, timeout_s: float, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Runs a command in a folder; past its time it ends with all that it started.

    Args:
        environment: variables beside those of this process.

    Raises:
        OSError, subprocess.SubprocessError: it cannot be started, or took too long.
    """
    with subprocess.Popen(
        argv,
        cwd=folder,
        env=os.environ | (environment or {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            resource.prlimit(process.pid, resource.RLIMIT_DATA, (_MEMORY_BYTES, _MEMORY_BYTES))
            out, err = process.communicate(timeout=timeout_s)
        except ProcessLookupError:  # over already
            out, err = process.communicate()
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(argv, process.returncode, out, err)


def find_command(names: Mapping[str, str], *, detector: str, install: str) -> str:
    """The path of the first command that is installed.

    Args:
        names: of commands, each with the package that may hold it in a folder `bin`, or nothing.
        install: what brings it.

    Raises:
        ConfigError: none is installed.
    """
    for name, package in names.items():
        path = shutil.which(name) or shutil.which(name, path=sysconfig.get_path("scripts")) or _inside(package, name)
        if path:
            return path
    raise ConfigError(f"the detector {detector!r} needs {' or '.join(names)}, which is not installed: {install}")


def command_version(argv: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """The last word that a command says of its version.

    Raises:
        ConfigError: it fails.
    """
    try:
        done = run_command(argv, Path.cwd(), timeout_s=60, environment=environment)
        return done.stdout.decode().split("\n")[0].split()[-1]
    except (OSError, subprocess.SubprocessError, IndexError, UnicodeDecodeError) as error:
        raise ConfigError(f"`{' '.join(argv)}` does not tell its version ({error}); install it anew") from error


def in_order(found: set[Finding]) -> list[Finding]:
    """Findings in the order of their lines."""
    return sorted(found, key=lambda each: (each.line or 0, each.rule, each.message))


def _is_text(code: str) -> bool:
    return "\0" not in code and not any("\ud800" <= char <= "\udfff" for char in code)


def _inside(package: str, name: str) -> str | None:
    spec = importlib.util.find_spec(package) if package else None
    folders = spec.submodule_search_locations if spec else None
    return shutil.which(name, path=os.pathsep.join(f"{each}/bin" for each in folders)) if folders else None
