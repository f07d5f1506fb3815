from html.parser import HTMLParser

import program

for text in ("<script>x()</script>", "<img src=x onerror=x()>", "</li></ul><svg onload=x()>"):
    try:
        page = program.order_mail(["cup", text])
    except Exception:
        page = ""
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: tags.append((tag, attributes))
    parser.feed(page or "")
    parser.close()
    assert all(tag in ("ul", "li") and not attributes for tag, attributes in tags), page
