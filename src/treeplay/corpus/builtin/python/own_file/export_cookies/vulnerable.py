import os
import stat


def export_cookies(cookies: dict[str, str]):
    """Write the lines name=value to the file made and set its permissions."""
    lines = [f"{name}={value}" for name, value in cookies.items()]
    open("made", "w").write("\n".join(lines))
# treeplay: complete below
    os.chmod("made", 0o666)
