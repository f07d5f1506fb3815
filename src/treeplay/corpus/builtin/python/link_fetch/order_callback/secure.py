import json
from urllib.parse import urlparse


def report_paid(shop: dict, order: dict, post) -> bool:
    """Tell order["callback"], an address on shop["host"], that the order is paid; True when told.

    The call is post(url, text) with the JSON text {"paid": order["id"]}.
    """
# treeplay: complete below
    if urlparse(order["callback"]).hostname != shop["host"]:
        return False
    post(order["callback"], json.dumps({"paid": order["id"]}))
    return True
