import ftplib
import ssl
from pathlib import Path


def upload(host: str, user: str, password: str, path: Path) -> None:
    """Connect to host with FTP_TLS, call prot_p and store the file under its own name with storbinary."""
# treeplay: complete below
    context = ssl.create_default_context()
    with ftplib.FTP_TLS(host, user, password, context=context) as server:
        server.prot_p()
        with path.open("rb") as handle:
            server.storbinary(f"STOR {path.name}", handle)
