from program import start_visit

visits = {}
first, header = start_visit(visits, 600)
second, _ = start_visit(visits, 600)
assert first != second and visits == {first: [], second: []}
parts = [part.strip().lower() for part in header.split(";")]
assert header.split(";")[0].strip() == f"visit={first}", header
assert "max-age=600" in parts, header
