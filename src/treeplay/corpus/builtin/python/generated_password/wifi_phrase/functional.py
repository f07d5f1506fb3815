from pathlib import Path

import program

words = [f"word{number}" for number in range(50)]
Path("words").write_text("\n".join(words) + "\n")
phrases = {program.suggest_phrase("words") for _ in range(10)}
assert len(phrases) > 5
assert all(len(phrase.split("-")) == 4 and set(phrase.split("-")) <= set(words) for phrase in phrases)
assert len(program.suggest_phrase("words", 6).split("-")) == 6
