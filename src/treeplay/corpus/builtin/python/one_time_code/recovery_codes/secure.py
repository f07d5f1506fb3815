import random
import secrets

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def recovery_codes(count: int) -> list[str]:
    """Return count new codes of two groups of four characters of ALPHABET, like "k7mp-x2ad"."""
# treeplay: complete below
    codes = []
    for _ in range(count):
        letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
        codes.append(letters[:4] + "-" + letters[4:])
    return codes
