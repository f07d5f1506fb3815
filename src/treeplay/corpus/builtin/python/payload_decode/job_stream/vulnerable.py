import json

import yaml


def read_jobs(body: bytes) -> list[str]:
    """Return the "job" names of the YAML documents in body, in order.

    Documents are divided by lines of "---"; documents without a job are left out.
    """
# treeplay: complete below
    names = []
    for document in yaml.load_all(body, Loader=yaml.Loader):
        if document and "job" in document:
            names.append(document["job"])
    return names
