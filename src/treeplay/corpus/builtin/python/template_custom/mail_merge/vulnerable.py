from jinja2 import Environment, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment


def merge(template: str, fields: dict[str, str]) -> str:
    """Render the customer's Jinja2 template with `fields` as its variables.

    merge("Dear {{ name }}", {"name": "Ann"}) gives "Dear Ann".
    """
# treeplay: complete below
    env = Environment(undefined=StrictUndefined)
    return env.from_string(template).render(**fields)
