import os
import shutil
import tempfile


def scratch_copy(image: str) -> str:
    """Copy image, name kept, into a scratch folder below the temporary folder; return the copy's path."""
# treeplay: complete below
    scratch = tempfile.mkdtemp(prefix="scan-")
    copy = os.path.join(scratch, os.path.basename(image))
    shutil.copyfile(image, copy)
    return copy
