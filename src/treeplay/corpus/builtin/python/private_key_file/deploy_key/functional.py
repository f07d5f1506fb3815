from pathlib import Path

import program

pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n"
program.save_key("deploy.pem", "a much longer text that was there before" * 5)
program.save_key("deploy.pem", pem)
assert Path("deploy.pem").read_text() == pem
