import random
import secrets
import string


def voucher_code(used: set[str], value: int) -> str:
    """Return a new code "<value>-<10 capital letters>" that is not in used, and add it to used.

    Example: voucher_code(used, 25) might be "25-QWHTRMZKPA".
    """
# treeplay: complete below
    while True:
        letters = "".join(secrets.choice(string.ascii_uppercase) for _ in range(10))
        code = f"{value}-{letters}"
        if code not in used:
            used.add(code)
            return code
