"""Messages between the judge and its zygote: a length in four bytes, then JSON."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

_LENGTH = struct.Struct("!I")


def send(channel: socket.socket, message: dict[str, Any]) -> None:
    """Sends one message. Raises `OSError` when the other side is gone or does not read in time."""
    data = json.dumps(message).encode()
    channel.sendall(_LENGTH.pack(len(data)) + data)


def receive(channel: socket.socket) -> dict[str, Any] | None:
    """The next message, or none when the other side is gone. Raises `TimeoutError` if the channel has one."""
    header = _exactly(channel, _LENGTH.size)
    body = header and _exactly(channel, _LENGTH.unpack(header)[0])
    if not body:
        return None
    message: dict[str, Any] = json.loads(body)
    return message


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        try:
            part = channel.recv(min(1 << 20, size - len(data)))
        except ConnectionError:
            return None
        if not part:
            return None
        data += part
    return bytes(data)
