TOKEN = "t-4711"


class Sender:
    def __init__(self, nick: str):
        self.nick = nick


def chat_line(sender: Sender, message: str, time: str) -> str:
    """Return the line "<time> <nick>: <message>", for example "09:30 ann: hello"."""
# treeplay: complete below
    line = "{time} {sender.nick}: " + message
    return line.format(time=time, sender=sender)
