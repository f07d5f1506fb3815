"""The second wall: system calls that no test needs and that kernel exploits and escapes begin with, refused.

A classic BPF program, built here instruction by instruction and loaded with prctl. It refuses (EPERM or ENOSYS)
rather than kills, so that a program which merely tries goes on and fails by itself. Sockets are allowed of the
Unix, IPv4, IPv6 and route families only: vsock, for one, knows no network namespaces.
Source: seccomp(2); the list follows Docker's default profile, less what a network-less test cannot need.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Sequence

_LOAD_WORD = 0x20
_JUMP_EQUAL = 0x15
_JUMP_AT_LEAST = 0x35
_JUMP_ANY_BIT = 0x45
_RETURN = 0x06

_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
_EPERM = _ERRNO | 1
_ENOSYS = _ERRNO | 38

_AT_NUMBER = 0
_AT_ARCHITECTURE = 4
_AT_ARGUMENT_0 = 16

_X32_BIT = 0x40000000
_NAMESPACE_FLAGS = 0x7E020000  # every CLONE_NEW* that clone takes
_SOCKET_FAMILIES = (1, 2, 10, 16)  # AF_UNIX, AF_INET, AF_INET6, AF_NETLINK
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2

_AUDIT_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

# name: (x86_64, aarch64); None where the architecture lacks it
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "syslog": (103, 116),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "iopl": (172, None),
    "ioperm": (173, None),
    "modify_ldt": (154, None),
    "fanotify_init": (300, 262),
    "lookup_dcookie": (212, 18),
    "vhangup": (153, 58),
    "shmget": (29, 194),  # memory that no limit of ours counts, as the next four
    "semget": (64, 190),
    "msgget": (68, 186),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
}
# Refused as unknown, so that the C library falls back: clone3's flags lie in memory, where BPF cannot look.
_UNKNOWN: dict[str, tuple[int | None, int | None]] = {
    "clone3": (435, 435),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
}
_CLONE = (56, 220)
_SOCKET = (41, 198)


def is_supported(machine: str | None = None) -> bool:
    """Whether the call numbers of this machine's architecture are known here."""
    return (machine or os.uname().machine) in _AUDIT_ARCHITECTURE


def program(machine: str) -> bytes:
    """The BPF program for an architecture, as the kernel reads it (8 bytes an instruction)."""
    column = list(_AUDIT_ARCHITECTURE).index(machine)
    code = [
        _instruction(_LOAD_WORD, _AT_ARCHITECTURE),
        _instruction(_JUMP_EQUAL, _AUDIT_ARCHITECTURE[machine], then=1),
        _instruction(_RETURN, _KILL_PROCESS),
        _instruction(_LOAD_WORD, _AT_NUMBER),
    ]
    if machine == "x86_64":
        code += [_instruction(_JUMP_AT_LEAST, _X32_BIT, otherwise=1), _instruction(_RETURN, _ENOSYS)]
    for table, answer in ((_REFUSED, _EPERM), (_UNKNOWN, _ENOSYS)):
        for numbers in table.values():
            if (number := numbers[column]) is not None:
                code += [_instruction(_JUMP_EQUAL, number, otherwise=1), _instruction(_RETURN, answer)]
    code += _when_called(_CLONE[column], _refuse_namespaces())
    code += _when_called(_SOCKET[column], _allow_families(_SOCKET_FAMILIES))
    code.append(_instruction(_RETURN, _ALLOW))
    return b"".join(code)


def load() -> None:
    """Puts the filter on this process and all it will start; needs no-new-privileges.

    Raises:
        OSError: the kernel does not take it.
    """
    code = program(os.uname().machine)
    buffer = ctypes.create_string_buffer(code, len(code))
    filter_header = struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, filter_header, 0, 0) < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"prctl(PR_SET_SECCOMP): {os.strerror(number)}")


def _instruction(operation: int, value: int, *, then: int = 0, otherwise: int = 0) -> bytes:
    return struct.pack("=HBBI", operation, then, otherwise, value)


def _when_called(number: int, body: Sequence[bytes]) -> list[bytes]:
    return [_instruction(_JUMP_EQUAL, number, otherwise=len(body)), *body]


def _refuse_namespaces() -> list[bytes]:
    return [
        _instruction(_LOAD_WORD, _AT_ARGUMENT_0),
        _instruction(_JUMP_ANY_BIT, _NAMESPACE_FLAGS, otherwise=1),
        _instruction(_RETURN, _EPERM),
        _instruction(_RETURN, _ALLOW),
    ]


def _allow_families(families: Sequence[int]) -> list[bytes]:
    checks = [_instruction(_JUMP_EQUAL, family, then=len(families) - place) for place, family in enumerate(families)]
    return [
        _instruction(_LOAD_WORD, _AT_ARGUMENT_0),
        *checks,
        _instruction(_RETURN, _EPERM),
        _instruction(_RETURN, _ALLOW),
    ]
