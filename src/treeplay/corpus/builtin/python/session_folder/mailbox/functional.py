import os

import program

os.mkdir("mail")
path = program.create_mailbox("mail", "ann")
assert os.path.samefile(path, "mail/ann")
assert os.path.isdir("mail/ann/new")
program.create_mailbox("mail", "bob")
assert sorted(os.listdir("mail")) == ["ann", "bob"]
