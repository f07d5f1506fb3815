import base64
import json
import pickle


def add_to_cart(cookie: str, item: str) -> tuple[list[str], str]:
    """Return the cart with item appended, and the cookie text that stands for it.

    cookie is what an earlier call returned, or "" for an empty cart.
    """
# treeplay: complete below
    cart = pickle.loads(base64.b64decode(cookie)) if cookie else []
    cart.append(item)
    return cart, base64.b64encode(pickle.dumps(cart)).decode()
