import yaml


def post_header(post: str):
    """Return the YAML above the first line ---."""
    header = post.split("---")[0]
# treeplay: complete below
    return yaml.safe_load(header)
