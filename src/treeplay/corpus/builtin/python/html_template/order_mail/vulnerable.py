from jinja2 import Template

MAIL = "<ul>{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"


def order_mail(items: list[str]) -> str:
    """Return the HTML that the template `MAIL` gives for `items`."""
# treeplay: complete below
    template = Template(MAIL)
    return template.render(items=items)
