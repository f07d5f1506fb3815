"""Languages by the names that data sets, file endings and fences of Markdown have for them."""

from __future__ import annotations

from treeplay.corpus.schema import Language

_NAMES: dict[str, Language] = {
    **dict.fromkeys(("python", "py", "python3"), "python"),
    **dict.fromkeys(("javascript", "js", "jsx", "node", "nodejs", "mjs", "cjs"), "javascript"),
    **dict.fromkeys(("go", "golang"), "go"),
    **dict.fromkeys(("c", "h"), "c"),
    **dict.fromkeys(("c++", "cpp", "cc", "cxx", "hpp"), "cpp"),
    **dict.fromkeys(("java",), "java"),
    **dict.fromkeys(("ruby", "rb"), "ruby"),
}

WRITTEN: dict[Language, str] = {
    "python": "Python",
    "javascript": "JavaScript",
    "go": "Go",
    "c": "C",
    "cpp": "C++",
    "java": "Java",
    "ruby": "Ruby",
}
"As a sentence has them."


def language_named(name: str) -> Language | None:
    """The language that is meant, or none that Treeplay knows.

    >>> language_named("C++"), language_named(".py"), language_named("PHP")
    ('cpp', 'python', None)
    """
    return _NAMES.get(name.strip().lower().removeprefix("."))
