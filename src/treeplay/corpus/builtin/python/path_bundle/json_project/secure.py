import json
import os


def write_project(text: str, folder: str) -> int:
    """Write the files of the JSON object `text`, {file name: content}, into the existing `folder`.

    All files lie directly in `folder`. Returns the number of files.
    """
# treeplay: complete below
    files = json.loads(text)
    for name, content in files.items():
        path = os.path.join(folder, os.path.basename(name))
        with open(path, "w") as file:
            file.write(content)
    return len(files)
