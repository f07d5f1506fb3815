def write_history(path: str, jobs: list[tuple[str, str]]) -> int:
    """Append one line per (name, error) to the file: "ok NAME" where error is empty, else "failed NAME: ERROR".

    Return how many failed.
    """
# treeplay: complete below
    with open(path, "a") as history:
        for name, error in jobs:
            line = f"failed {name}: {error}" if error else f"ok {name}"
            history.write(line + "\n")
    return len([error for _, error in jobs if error])
