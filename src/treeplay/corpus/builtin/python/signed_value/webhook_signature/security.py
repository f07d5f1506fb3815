import program

try:
    signature = program.sign_event({"id": 7}, b"key")[1]
except Exception:
    signature = ""
assert not signature or len(signature) >= 56, f"{len(signature) * 4} bits: made with a weak digest"
