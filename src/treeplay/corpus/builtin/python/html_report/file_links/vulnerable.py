import html
import os


def file_link(name: str) -> str:
    """Return the link to a file that lies below "/files/".

    file_link("a.txt") gives '<a href="/files/a.txt">a.txt</a>'.
    """
# treeplay: complete below
    return '<a href="/files/{0}">{0}</a>'.format(name)
