from html.parser import HTMLParser
from pathlib import Path

import program

Path("site").mkdir()
Path("site/page.html").write_text("<h2>{{ title }}</h2>")
for title in ("<script>x()</script>", "<img src=x onerror=x()>", "</h2><svg onload=x()>"):
    try:
        page = program.render_title("site", "page.html", title)
    except Exception:
        page = ""
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    parser.feed(page or "")
    parser.close()
    assert all(tag == "h2" and not attributes for tag, attributes in tags), page
