import contextlib
import ssl

import program

context = program.broker_context(["mqtt", "x-amzn-mqtt-ca"])
hello = ssl.MemoryBIO()
link = context.wrap_bio(ssl.MemoryBIO(), hello, server_hostname="broker.example.com")
with contextlib.suppress(ssl.SSLWantReadError):
    link.do_handshake()
assert b"\x04mqtt\x0ex-amzn-mqtt-ca" in hello.read()
