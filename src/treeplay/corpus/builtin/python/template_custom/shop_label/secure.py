import jinja2
import jinja2.sandbox


def labels(text: str, products: list[dict]) -> list[str]:
    """Render the Jinja2 source `text` once for each product, as the variable `product`.

    labels("{{ product.name }}!", [{"name": "Tea"}]) gives ["Tea!"].
    """
# treeplay: complete below
    env = jinja2.sandbox.SandboxedEnvironment()
    template = env.from_string(text)
    return [template.render(product=product) for product in products]
