from pathlib import Path

import program

for text in ("{{ 1234 * 5 }}", "{% set a = 61 %}{{ a }}70", "{{ cycler.__init__.__globals__.os.mkdir('pwned') }}"):
    for name, club in ((text, "Row"), ("Ann", text)):
        try:
            mail = program.welcome(name, club)
        except Exception:
            mail = ""
        assert "6170" not in str(mail), mail
        assert not Path("pwned").exists(), text
