from program import remember_header

for token in ("r-77", "q-12"):
    header = remember_header(token)
    assert header.split(";")[0].strip() == f"remember={token}", header
    names = [part.split("=")[0].strip().lower() for part in header.split(";")]
    assert "max-age" in names or "expires" in names, header
