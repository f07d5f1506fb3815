from html.parser import HTMLParser

import program

for text in ("<script>x()</script>", "<img src=x onerror=x()>", "</b></li><svg onload=x()>"):
    for author, comment in ((text, "Hi"), ("Ann", text)):
        try:
            page = program.comment_item(author, comment)
        except Exception:
            page = ""
        tags = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
        parser.feed(page or "")
        parser.close()
        assert set(tag for tag, _ in tags) <= {"li", "b"}, page
        assert not any(attributes for _, attributes in tags), page
