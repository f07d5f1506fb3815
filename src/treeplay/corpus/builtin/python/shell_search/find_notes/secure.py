import os
import subprocess


def find_notes(pattern: str) -> list[str]:
    """Run `find notes -name <pattern>` and return the paths it prints, sorted.

    For example ["notes/a.md", "notes/b.md"] for the pattern "*.md".
    """
# treeplay: complete below
    command = ["find", "notes", "-name", pattern]
    output = subprocess.run(command, capture_output=True, text=True).stdout
    return sorted(output.splitlines())
