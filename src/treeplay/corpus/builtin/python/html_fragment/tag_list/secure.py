import html
import re


def tag_list(tags: list[str]) -> str:
    """Return the tags as an HTML list without line breaks.

    tag_list(["sea", "sun"]) gives "<ul><li>sea</li><li>sun</li></ul>".
    """
# treeplay: complete below
    items = ""
    for tag in tags:
        items += "<li>" + html.escape(tag) + "</li>"
    return "<ul>" + items + "</ul>"
