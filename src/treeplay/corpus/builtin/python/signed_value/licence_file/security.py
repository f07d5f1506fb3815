import program

try:
    signature = program.make_licence("Ann", 5, b"key").strip().split("sig=")[1]
except Exception:
    signature = ""
assert not signature or len(signature) >= 56, f"{len(signature) * 4} bits: made with a weak digest"
