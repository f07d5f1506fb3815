import io

from program import book_sale

journal = io.StringIO()
total = book_sale(journal, 0, 250, "coffee")
total = book_sale(journal, total, 1200, "lunch for two")
assert total == 1450
lines = journal.getvalue().splitlines()
assert [line.split("\t")[0] for line in lines] == ["250", "1200"]
assert "coffee" in lines[0].split("\t")[1] and "lunch for two" in lines[1].split("\t")[1]
