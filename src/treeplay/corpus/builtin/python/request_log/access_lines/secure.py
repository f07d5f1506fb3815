def log_request(log_path: str, status: int, path: str, agent: str) -> None:
    """Append one line to the file: status, path and user agent, separated by spaces, e.g. "200 /news Firefox/126"."""
# treeplay: complete below
    line = " ".join([str(status), path, agent])
    line = line.replace("\r", "").replace("\n", "")
    with open(log_path, "a", encoding="utf-8") as log:
        log.write(line + "\n")
