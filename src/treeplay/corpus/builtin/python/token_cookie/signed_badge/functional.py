import hashlib
import hmac

from program import badge_cookie

for badge, key in (("v17", b"k1"), ("v18", b"k2")):
    signature = hmac.new(key, badge.encode(), hashlib.sha256).hexdigest()
    header = badge_cookie(badge, key)
    assert header.split(";")[0].strip() == f"badge={badge}.{signature}", header
