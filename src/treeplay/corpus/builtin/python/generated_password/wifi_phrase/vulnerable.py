import random
import secrets
from pathlib import Path


def suggest_phrase(word_file: str, count: int = 4) -> str:
    """Return count words, drawn at random from the lines of word_file, joined by "-"."""
# treeplay: complete below
    words = Path(word_file).read_text().split()
    return "-".join(random.choice(words) for _ in range(count))
