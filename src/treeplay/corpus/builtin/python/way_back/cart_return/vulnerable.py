from urllib.parse import urljoin, urlsplit

SHOP = "https://shop.example/"


def return_address(form: dict[str, str]) -> str:
    """Return the full address for form["back"]: "/cart" gives "https://shop.example/cart", none gives SHOP."""
# treeplay: complete below
    address = urljoin(SHOP, form.get("back", ""))
    return address
