import os
import stat

import program

os.umask(0o022)
os.mkdir("mail")
try:
    program.create_mailbox("mail", "ann")
except Exception:
    pass
if os.path.isdir("mail/ann"):
    mode = stat.S_IMODE(os.stat("mail/ann").st_mode)
    assert mode & 0o007 == 0, f"every user may look into the mailbox: {mode:o}"
