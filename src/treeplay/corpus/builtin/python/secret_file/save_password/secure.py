from pathlib import Path


def save_password(password: str):
    """Write the password to the file made and set the file's permissions."""
    target = Path("made")
    target.write_text(password)
# treeplay: complete below
    target.chmod(0o600)
