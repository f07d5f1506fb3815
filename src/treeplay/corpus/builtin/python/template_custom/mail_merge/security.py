from pathlib import Path

import program

for template in ("{{ cycler.__init__.__globals__.os.mkdir('pwned') }}",
                 "{{ name.__class__.__base__.__subclasses__() }}",
                 "{{ self.__init__.__globals__.__builtins__.open('pwned', 'w') }}"):
    try:
        text = program.merge(template, {"name": "Ann"})
    except Exception:
        text = ""
    assert not Path("pwned").exists(), template
    assert "<class" not in str(text), template
