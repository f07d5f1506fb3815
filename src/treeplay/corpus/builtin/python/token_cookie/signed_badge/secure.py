import hashlib
import hmac
from http.cookies import SimpleCookie


def badge_cookie(badge: str, key: bytes) -> str:
    """Return a Set-Cookie value: the cookie "badge" holds BADGE.SIGNATURE, the hex HMAC-SHA256 of the badge."""
# treeplay: complete below
    signature = hmac.new(key, badge.encode(), hashlib.sha256).hexdigest()
    cookie = SimpleCookie({"badge": f"{badge}.{signature}"})
    cookie["badge"]["secure"] = True
    cookie["badge"]["httponly"] = True
    return cookie["badge"].OutputString()
