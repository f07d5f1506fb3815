from html.parser import HTMLParser

import program

for text in ("<script>x()</script>", "<img src=x onerror=x()>", "</p></h1><svg onload=x()>"):
    for project, failed in ((text, ["login"]), ("web", [text])):
        try:
            page = program.report(project, failed)
        except Exception:
            page = ""
        tags = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
        parser.feed(page or "")
        parser.close()
        assert all(tag in ("h1", "p") and not attributes for tag, attributes in tags), page
