import smtplib
import ssl


def send_report(server: smtplib.SMTP, user: str, password: str, to: str, text: str) -> None:
    """Call starttls on server, log in, then send text from user to the address to with sendmail."""
# treeplay: complete below
    server.starttls()
    server.login(user, password)
    server.sendmail(user, to, text)
