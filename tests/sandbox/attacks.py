"""The attacks: programs as text, by name."""

from __future__ import annotations

from .mark import marked

CTYPES = """
import ctypes, errno, os, signal, socket, subprocess, sys, time
libc = ctypes.CDLL(None, use_errno=True)
def refused(name, *arguments):
    ctypes.set_errno(0)
    result = getattr(libc, name)(*arguments)
    assert result == -1 and ctypes.get_errno() in (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EINVAL), (
        name, arguments, result, ctypes.get_errno())
def raises(action, *arguments):
    try:
        action(*arguments)
    except (OSError, MemoryError, ValueError):
        return
    raise SystemError(f"{action} {arguments} worked")
"""

RESISTED = marked(
    {
        "kill_parent_and_first": """
for number in range(1, 65):
    for pid in (1, os.getppid()):
        try:
            os.kill(pid, number)
        except OSError:
            pass
time.sleep(0.1)
assert os.getppid() == 1
""",
        "kill_everything": """
for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
    try:
        os.kill(-1, number)
    except OSError:
        pass
assert os.getppid() == 1
""",
        "ptrace_first_process": "refused('ptrace', 16, 1, 0, 0); refused('ptrace', 0x4206, 1, 0, 0)",
        "ptrace_own_child": """
pid = os.fork()
if pid == 0:
    time.sleep(5)
refused('ptrace', 16, pid, 0, 0)
os.kill(pid, 9)
""",
        "read_memory_of_first_process": """
raises(open, '/proc/1/mem', 'rb')
raises(os.listdir, '/proc/1/fd')
raises(os.readlink, '/proc/1/root')
buffer = ctypes.create_string_buffer(64)
refused('process_vm_readv', 1, buffer, 1, buffer, 1, 0)
""",
        "mount": """
refused('mount', b'none', b'/tmp', b'tmpfs', 0, None)
refused('mount', b'/usr', b'/tmp/job', None, 4096, None)
refused('mount', b'none', b'/usr', None, 32 | 4096, None)
refused('umount2', b'/proc', 2)
refused('umount2', b'/tmp', 2)
refused('syscall', 428, -100, b'/', 1)
refused('syscall', 442, -100, b'/usr', 0, bytes(32), 32)
""",
        "unshare": """
for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x8000000, 0x4000000, 0x2000000, 0x10020000):
    refused('unshare', flag)
""",
        "setns_first_process": """
raises(os.open, '/proc/1/ns/mnt', os.O_RDONLY)
for name in os.listdir('/proc/self/ns'):
    refused('setns', os.open('/proc/self/ns/' + name, os.O_RDONLY), 0)
""",
        "clone_with_namespaces": """
if os.uname().machine == 'x86_64':
    for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000):
        refused('syscall', 56, flag | 17, 0, 0, 0, 0)
refused('syscall', 435, bytes(88), 88)
""",
        "program_unshare_gives_no_namespace": """
result = subprocess.run(['unshare', '-Ur', 'true'], capture_output=True)
assert result.returncode != 0
""",
        "chroot_escape": """
os.mkdir('jail')
refused('chroot', b'jail')
for _ in range(64):
    os.chdir('..')
assert os.getcwd() == '/' and not os.path.exists('/home') and not os.path.exists('/var')
""",
        "set_user_id": """
for call in ('setuid', 'setgid', 'setreuid', 'setresuid'):
    refused(call, 0, 0, 0)
assert os.getuid() == os.geteuid() != 0
raises(os.setgroups, [0])
""",
        "set_user_id_programs_give_nothing": """
for program in ('/usr/bin/su', '/usr/bin/sudo', '/usr/bin/passwd', '/usr/bin/mount'):
    if os.path.exists(program):
        child = subprocess.run([program, '--version'], capture_output=True)
grep = 'grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/self/status'
out = subprocess.run(grep, shell=True, capture_output=True, text=True)
assert out.stdout.split() == ['CapEff:', '0' * 16, 'CapBnd:', '0' * 16, 'NoNewPrivs:', '1'], out
""",
        "make_device_node": """
raises(os.mknod, 'disk', 0o60666, os.makedev(254, 0))
raises(os.mknod, 'mem', 0o20666, os.makedev(1, 1))
""",
        "change_kernel_settings": """
for path in ('/proc/sys/kernel/core_pattern', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger',
             '/proc/sys/user/max_user_namespaces', '/proc/sys/vm/drop_caches', '/proc/sys/net/ipv4/ip_forward',
             '/proc/1/oom_score_adj', '/proc/kcore'):
    raises(os.open, path, os.O_WRONLY)  # opening is enough: were it to work, nothing would be changed
raises(socket.sethostname, 'other')
raises(time.clock_settime, time.CLOCK_REALTIME, time.time())
raises(os.nice, -5)
refused('reboot', 0)
""",
        "rare_system_calls": """
number = {'x86_64': (248, 249, 250, 298, 304, 321, 323, 246, 175, 313, 29, 68, 319, 425),
          'aarch64': (217, 218, 219, 241, 265, 280, 282, 104, 105, 273, 194, 186, 279, 425)}[os.uname().machine]
for call in number:
    refused('syscall', call, 0, 0, 0, 0, 0)
""",
        "odd_socket_families": """
for family, kind in ((40, 1), (17, 3), (38, 5), (31, 3)):
    raises(socket.socket, family, kind)
raises(socket.socket, socket.AF_INET, socket.SOCK_RAW, 1)
""",
        "symlink_overwrites": """
for target in ('/etc/passwd', '/usr/bin/env', sys.executable, os.__file__):
    link = f'link{len(target)}-{abs(hash(target))}'
    os.symlink(target, link)
    raises(open, link, 'r+b')
    raises(os.chmod, link, 0o777)
    raises(os.truncate, link, 0)
    raises(os.unlink, target)
    raises(os.rename, target, 'x')
    raises(os.link, target, 'hard')
""",
        "executable_through_proc": """
raises(open, '/proc/self/exe', 'r+b')
raises(open, '/proc/1/exe', 'r+b')
raises(open, '/proc/self/root/usr/x', 'w')
""",
        "exhaust_file_handles": """
opened = []
try:
    while True:
        opened.append(os.open('/dev/null', os.O_RDONLY))
except OSError as error:
    assert error.errno == errno.EMFILE and len(opened) < 64, len(opened)
raises(lambda: __import__('resource').setrlimit(7, (4096, 4096)))
for fd in opened:
    os.close(fd)
""",
        "memory_bomb": """
hoard = []
try:
    while True:
        hoard.append(bytearray(16 << 20))
except MemoryError:
    size = len(hoard)
    del hoard
assert size < 16, size
""",
        "disk_bomb": """
written = 0
try:
    for number in range(100):
        with open(f'file{number}', 'wb') as file:
            for _ in range(3):
                written += file.write(bytes(1 << 20))
except OSError as error:
    assert error.errno == errno.ENOSPC, error
assert written <= 9 << 20, written
raises(lambda: open('/dev/shm/fill', 'wb').write(bytes(9 << 20)))
for name in os.listdir():
    os.unlink(name)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
raises(lambda: open('big', 'wb').write(bytes(5 << 20)))
""",
        "inode_bomb": """
count = 0
try:
    while True:
        os.mkdir(f'd{count}')
        count += 1
except OSError as error:
    assert error.errno == errno.ENOSPC, error
assert count < 8192
""",
        "daemon_left_behind": """
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            os.execvp('sleep', ['sleep', '31337'])
        os._exit(0)
""",
        "daemon_holding_the_output": "subprocess.Popen(['sh', '-c', 'trap \"\" TERM HUP; sleep 31337 & sleep 31337'])",
        "threads_left_behind": """
import threading
for _ in range(4):
    threading.Thread(target=time.sleep, args=(31337,)).start()
""",
        "core_dump": """
pid = os.fork()
if pid == 0:
    os.abort()
_, status = os.waitpid(pid, 0)
assert not os.WCOREDUMP(status)
""",
        "pipes_full": """
raises(lambda: [os.write(pair[1], bytes(1 << 16)) for pair in iter(os.pipe, None)])
""",
    }
)

STOPPED = {
    "fork_bomb": (
        "while True:\n    try:\n        os.fork()\n    except OSError:\n        pass\n",
        {"timeout"},
    ),
    "fork_bomb_that_waits": (
        "try:\n    while True:\n        os.fork()\nexcept OSError:\n    time.sleep(60)\n",
        {"timeout"},
    ),
    "memory_bomb_of_many": (
        "for _ in range(10):\n    if os.fork() == 0:\n        break\n"
        "hoard = bytearray(b'x') * (60 << 20)\ntime.sleep(60)\n",
        {"killed"},
    ),
    "endless_output": ("while True:\n    print('x' * 1000)\n", {"killed"}),
    "endless_output_of_a_child": ("subprocess.run(['yes'])\n", {"killed"}),
    "endless_loop": ("while True:\n    pass\n", {"timeout"}),
    "endless_loop_deaf_to_signals": (
        "for number in range(1, 65):\n    try:\n        signal.signal(number, signal.SIG_IGN)\n"
        "    except (OSError, ValueError):\n        pass\nwhile True:\n    pass\n",
        {"timeout"},
    ),
    "endless_sleep": ("while True:\n    time.sleep(60)\n", {"timeout"}),
    "endless_catching_of_everything": (
        "while True:\n    try:\n        time.sleep(60)\n    except BaseException:\n        pass\n",
        {"timeout"},
    ),
    "stops_itself": ("os.kill(os.getpid(), signal.SIGSTOP)\n", {"timeout"}),
    "kills_itself": ("os.kill(os.getpid(), signal.SIGKILL)\n", {"killed"}),
    "killed_by_its_child": (
        "if os.fork() == 0:\n    os.kill(-1, signal.SIGKILL)\ntime.sleep(60)\n",
        {"killed"},
    ),
    "crashes_the_interpreter": ("ctypes.string_at(0)\n", {"failed"}),
    "endless_recursion": ("def f():\n    f()\nf()\n", {"failed"}),
    "endless_import": ("import itertools\nlist(itertools.repeat(0))\n", {"failed", "killed", "timeout"}),
    "blocks_on_input": ("input()\n", {"failed"}),
}
