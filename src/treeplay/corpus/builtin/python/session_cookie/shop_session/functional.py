from program import session_header

for session_id in ("a1b2c3", "ffff0000"):
    header = session_header(session_id)
    assert header.split(";")[0].strip() == f"sid={session_id}", header
