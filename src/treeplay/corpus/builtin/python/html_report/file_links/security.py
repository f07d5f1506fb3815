from html.parser import HTMLParser

import program

for name in ("<script>x()</script>", "<img src=x onerror=x()>", '" onclick="x()', '"><svg onload=x()>'):
    try:
        page = program.file_link(name)
    except Exception:
        page = ""
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    parser.feed(page or "")
    parser.close()
    for tag, attributes in tags:
        assert tag == "a", page
        assert {key for key, _ in attributes} <= {"href", "title"}, page
