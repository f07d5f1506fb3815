import html
import json


def comment_item(author: str, text: str) -> str:
    """Return the HTML of one comment.

    comment_item("Ann", "Hi all") gives "<li><b>Ann</b>: Hi all</li>".
    """
# treeplay: complete below
    return f"<li><b>{author}</b>: {text}</li>"
