from pathlib import Path

import program

for text in ("{{ lipsum.__globals__.os.mkdir('pwned') }}",
             "{{ product.__class__.__base__.__subclasses__() }}",
             "{{ product.__init__.__class__.__mro__ }}",
             "{{ joiner.__init__.__globals__.__builtins__.open('pwned', 'w') }}"):
    try:
        result = program.labels(text, [{"name": "Tea"}])
    except Exception:
        result = []
    assert not Path("pwned").exists(), text
    assert "<class" not in str(result), text
