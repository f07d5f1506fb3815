import imaplib
from unittest.mock import MagicMock

import program

box = MagicMock()
box.__enter__.return_value = box
box.select.return_value = ("OK", [b"17"])
imaplib.IMAP4_SSL = MagicMock(return_value=box)
assert program.count_mails("mail.example.com", "ann", "pw") == 17
opened = imaplib.IMAP4_SSL.call_args
assert "mail.example.com" in (*opened.args, *opened.kwargs.values())
box.login.assert_called_once_with("ann", "pw")
