import imaplib
import ssl
from unittest.mock import MagicMock

import program

box = MagicMock()
box.__enter__.return_value = box
box.select.return_value = ("OK", [b"17"])
imaplib.IMAP4 = imaplib.IMAP4_SSL = opened = MagicMock(return_value=box)
try:
    program.count_mails("mail.example.com", "ann", "pw")
except Exception:
    pass
calls = [*opened.call_args_list, *box.starttls.call_args_list]
given = [value for call in calls for value in (*call.args, *call.kwargs.values())]
contexts = [value for value in given if isinstance(value, ssl.SSLContext)]
if box.login.called:  # as in imaplib, no context means no check of the certificate
    assert contexts, "the password is sent to whoever answers"
    assert contexts[-1].verify_mode != ssl.CERT_NONE, "any certificate is taken"
    assert contexts[-1].check_hostname, "the certificate of any other host is taken"
