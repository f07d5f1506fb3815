from html.parser import HTMLParser

import program

for text in ("<script>x()</script>", "<img src=x onerror=x()>", "</td></tr></table><svg onload=x()>"):
    for answers in ({"Age": text}, {text: "30"}):
        try:
            page = program.table_rows(answers)
        except Exception:
            page = ""
        tags = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
        parser.feed(page or "")
        parser.close()
        assert all(tag in ("tr", "td") and not attributes for tag, attributes in tags), page
