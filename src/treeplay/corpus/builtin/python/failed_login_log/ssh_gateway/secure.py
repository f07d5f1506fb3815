import logging

log = logging.getLogger("gateway.ssh")


def key_refused(user: str, client: str, refused: list[str]) -> None:
    """Log one error that names the user and the client program, and append the user to refused."""
# treeplay: complete below
    message = f"key refused: user {user}, client {client}"
    log.error(message.replace("\r", " ").replace("\n", " "))
    refused.append(user)
