LICENCE_KEY = "L-4711"


class Visitor:
    def __init__(self, name: str, firm: str):
        self.name = name
        self.firm = firm


def badge(layout: str, visitor: Visitor) -> str:
    """Replace "{visitor.name}" and "{visitor.firm}" in `layout` by the visitor's data."""
# treeplay: complete below
    text = layout.format(visitor=visitor)
    return text
