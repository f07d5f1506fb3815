from jinja2 import Environment

REPORT = "<h1>{{ project }}</h1>{% for test in failed %}<p>{{ test }}</p>{% endfor %}"


def report(project: str, failed: list[str]) -> str:
    """Return the HTML that `REPORT` gives for the two variables `project` and `failed`."""
# treeplay: complete below
    environment = Environment(autoescape=True)
    return environment.from_string(REPORT).render(project=project, failed=failed)
