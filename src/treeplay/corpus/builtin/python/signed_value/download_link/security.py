import program

try:
    signature = program.download_link("cat.png", 1700).split("&sig=")[1]
except Exception:
    signature = ""
assert not signature or len(signature) >= 56, f"{len(signature) * 4} bits: made with a weak digest"
