"""What tells the processes of these tests from those of the same tests in another session on the machine."""

from __future__ import annotations

import os
from collections.abc import Mapping

NAP = str(313370000 + os.getpid())
"Seconds that whatever an attack leaves behind sleeps; they are looked for on the whole host."


def marked(attacks: Mapping[str, str]) -> dict[str, str]:
    """Attacks by name, whose sleepers sleep for so long."""
    return {name: text.replace("31337", NAP) for name, text in attacks.items()}
