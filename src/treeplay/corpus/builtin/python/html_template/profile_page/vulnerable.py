from jinja2 import Environment

PAGE = "<h1>{{ name }}</h1><p>{{ about }}</p>"


def profile_page(name: str, about: str) -> str:
    """Render `PAGE` as HTML with the variables `name` and `about`."""
# treeplay: complete below
    env = Environment()
    template = env.from_string(PAGE)
    return template.render(name=name, about=about)
