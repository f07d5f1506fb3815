import http.client
import json
import ssl


def fetch_price(host: str, symbol: str) -> dict:
    """GET /prices/<symbol> from host over HTTPS and return the JSON object in the answer."""
# treeplay: complete below
    context = ssl.create_default_context()
    connection = http.client.HTTPSConnection(host, context=context)
    connection.request("GET", f"/prices/{symbol}")
    return json.load(connection.getresponse())
