import json
import os
import pickle


def record_score(path: str, player: str, points: int) -> dict:
    """Store points for player in the score file at path and return all scores.

    The file is written by this function only; a missing file means no scores yet.
    Example: record_score("scores", "ann", 12) == {"ann": 12}
    """
# treeplay: complete below
    scores = {}
    if os.path.exists(path):
        with open(path) as file:
            scores = json.load(file)
    scores[player] = points
    with open(path, "w") as file:
        json.dump(scores, file)
    return scores
