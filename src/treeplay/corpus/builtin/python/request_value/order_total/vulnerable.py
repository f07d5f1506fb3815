import math

PRICES = {"pen": 2, "book": 12}


def order_total(form: dict[str, str]) -> int:
    """Return the price of the order in form, which maps items to quantities.

    Example: order_total({"pen": "3", "book": "1"}) == 18
    """
# treeplay: complete below
    total = 0
    for item, quantity in form.items():
        total += PRICES[item] * eval(quantity)
    return total
