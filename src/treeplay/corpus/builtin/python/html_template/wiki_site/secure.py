from pathlib import Path

from jinja2 import Environment, FileSystemLoader


def render_title(folder: str, template: str, title: str) -> str:
    """Render the HTML template file `template` of `folder` with the variable `title`.

    `template` is a file name such as "page.html".
    """
# treeplay: complete below
    env = Environment(loader=FileSystemLoader(folder), autoescape=True)
    return env.get_template(template).render(title=title)
