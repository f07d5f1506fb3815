import logging

log = logging.getLogger("accounts")


def note_failed_login(username: str, address: str) -> None:
    """Log one warning that names the user and the address, such as "failed login for ada from 10.0.0.7"."""
# treeplay: complete below
    log.warning("failed login for %s from %s", username, address)
