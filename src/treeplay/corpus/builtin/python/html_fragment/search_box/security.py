from html.parser import HTMLParser

import program

for query in ('"><script>x()</script>', '" onfocus="x()" autofocus="', "'><img src=x onerror=x()>",
              '"><svg onload=x()>'):
    try:
        page = program.search_box(query)
    except Exception:
        page = ""
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    parser.feed(page or "")
    parser.close()
    for tag, attributes in tags:
        assert tag == "input", page
        assert {name for name, _ in attributes} <= {"name", "value", "type", "id"}, page
