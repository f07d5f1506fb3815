import json

REGIONS = ("eu", "us", "asia")


def stock(region: str, item: int, fetch) -> int:
    """Fetch https://<region>.stock.example.com/items/<item>, a JSON text like {"left": 4}, return left."""
# treeplay: complete below
    text = fetch(f"https://{region}.stock.example.com/items/{item}")
    return json.loads(text)["left"]
