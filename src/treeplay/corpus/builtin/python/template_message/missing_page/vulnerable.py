from jinja2 import Environment

env = Environment(autoescape=True)
env.globals["site"] = {"title": "Travel Blog", "api_key": "k-4711"}


def missing_page(path: str) -> str:
    """Return for example "Travel Blog: no page /rome", rendered from a template with `site.title`."""
# treeplay: complete below
    source = "{{ site.title }}: no page " + path
    return env.from_string(source).render()
