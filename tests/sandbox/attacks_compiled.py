"""Attacks in C and JavaScript, by name: what a program does that is not bound to Python's ways.

A `RESISTED` program ends with exit code 0 only if nothing it tried worked; a `STOPPED` one never ends by itself.
`PORT` stands for a listener of the test's own on the host's loopback.
"""

from __future__ import annotations

from .mark import marked

C_HEAD = """
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#define RESISTED(attempt) do { if ((long)(attempt) != -1) { puts(#attempt " worked"); return 1; } } while (0)
"""

C_RESISTED = marked(
    {
        "ptrace": """RESISTED(ptrace(PTRACE_ATTACH, 1, 0, 0)); RESISTED(ptrace(PTRACE_SEIZE, getppid(), 0, 0));
pid_t child = fork(); if (!child) pause();
RESISTED(ptrace(PTRACE_ATTACH, child, 0, 0)); kill(child, SIGKILL);""",
        "mount": """RESISTED(mount("none", "/tmp", "tmpfs", 0, 0)); RESISTED(mount("/", "/tmp/job", 0, MS_BIND, 0));
RESISTED(mount(0, "/usr", 0, MS_REMOUNT | MS_BIND, 0)); RESISTED(umount2("/proc", MNT_DETACH));
RESISTED(chroot(".")); RESISTED(syscall(SYS_pivot_root, ".", "."));""",
        "namespaces": """int flags[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWPID, CLONE_NEWUSER | CLONE_NEWNS};
for (int i = 0; i < 5; i++) RESISTED(unshare(flags[i]));
RESISTED(syscall(SYS_setns, open("/proc/self/ns/net", O_RDONLY), 0));""",
        "write_outside": """const char *places[] = {"/etc/x", "/usr/bin/x", "/x", "/root/x", "/home/x", "/var/x", "/dev/x",
"/proc/sys/kernel/core_pattern", "/proc/self/root/etc/x", "/proc/1/root/x", "/proc/self/cwd/../../../x", "/sys/x"};
for (int i = 0; i < 12; i++) RESISTED(open(places[i], O_WRONLY | O_CREAT, 0600));
RESISTED(mknod("/tmp/job/disk", S_IFBLK | 0600, 0x800));""",
        "symlink": """symlink("/etc/shadow", "shadow"); RESISTED(open("shadow", O_RDONLY)); symlink("/root", "b");
RESISTED(open("b/.ssh", O_RDONLY)); RESISTED(link("/etc/passwd", "c")); RESISTED(open("/proc/1/root/etc", O_RDONLY));
RESISTED(open("/proc/1/environ", O_RDONLY)); RESISTED(open("/proc/1/mem", O_RDWR)); RESISTED(open("/proc/kcore", O_RDONLY));""",
        "become_root": """RESISTED(setuid(0)); RESISTED(setgid(0)); RESISTED(setreuid(0, 0));
struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY}; RESISTED(setrlimit(RLIMIT_NPROC, &more));
RESISTED(setpriority(PRIO_PROCESS, 0, -10)); RESISTED(open("/dev/mem", O_RDWR)); RESISTED(syscall(SYS_bpf, 0, 0, 0));""",
        "kill_parent": """signal(SIGTERM, SIG_IGN); for (int number = 1; number < 32; number++) kill(1, number);
for (int number = 1; number < 32; number++) if (number != SIGKILL && number != SIGSTOP) signal(number, SIG_IGN);
pid_t own = fork(); if (!own) { kill(-1, SIGTERM); _exit(0); } waitpid(own, 0, 0); if (getppid() != 1) return 1;""",
        "network": """struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(PORT)};
to.sin_addr.s_addr = inet_addr("127.0.0.1"); RESISTED(connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&to, sizeof to));
RESISTED(socket(AF_PACKET, SOCK_RAW, 0)); RESISTED(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP));""",
        "file_handles": """int last = -1, count = 0; while ((last = open("/dev/null", O_RDONLY)) >= 0) count++;
if (count > 4096) return 1;""",
        "daemon": """if (!fork()) { setsid(); if (!fork()) { for (int i = 0; i < 64; i++) close(i);
execlp("sleep", "sleep", "31337", (char *)0); } _exit(0); } wait(0);""",
    }
)

C_STOPPED = {
    "fork_bomb": "for (;;) fork();",
    "memory_bomb": "for (;;) { char *p = malloc(1 << 20); if (p) memset(p, 7, 1 << 20); }",
    "shared_memory_bomb": "for (;;) { char *p = mmap(0, 1 << 20, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0); "
    "if (p != MAP_FAILED) memset(p, 7, 1 << 20); }",
    "disk_bomb": "char block[1 << 16]; memset(block, 7, sizeof block); for (int i = 0;; i++) { char name[32]; "
    'sprintf(name, "f%d", i); int fd = open(name, O_WRONLY | O_CREAT, 0600); while (write(fd, block, sizeof block) > 0); close(fd); }',
    "endless_output": 'for (;;) write(1, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 32);',
    "deaf_loop": "for (int i = 1; i < 65; i++) signal(i, SIG_IGN); for (;;);",
    "deaf_sleeper": "sigset_t all; sigfillset(&all); sigprocmask(SIG_BLOCK, &all, 0); for (;;) pause();",
    "compiler_bomb": "",
}
BOMBS = {"compiler_bomb": "#include __FILE__\n#include __FILE__\nint main(void) { return 0; }\n"}

JS_HEAD = """
const fs = require("fs"), net = require("net"), os = require("os"), child = require("child_process");
function resisted(attempt) {
  try { attempt(); } catch { return; }
  console.log(`${attempt} worked`); process.exit(1);
}
"""
JS_RESISTED = marked(
    {
        "write_outside": """for (const place of ["/etc/x", "/usr/x", "/x", "/root/x", "/home/x", "/proc/self/root/x", "/proc/1/root/x",
  "../../x", "/proc/self/cwd/../../x", "/dev/x"]) resisted(() => fs.writeFileSync(place, "x"));""",
        "read_secrets": """for (const place of ["/etc/shadow", "/root/.bashrc", "/root/.ssh", "/home", "/proc/1/environ", "/proc/1/root/etc",
  "/var", "/run"]) resisted(() => (fs.statSync(place).isDirectory() ? fs.readdirSync(place) : fs.readFileSync(place)));
if (JSON.stringify(process.env).includes("SECRET")) process.exit(1);""",
        "symlink": """fs.symlinkSync("/etc", "out"); resisted(() => fs.readFileSync("out/shadow"));
resisted(() => fs.writeFileSync("out/x", "x")); resisted(() => fs.linkSync("/etc/passwd", "hard"));""",
        "kill_parent": """for (let number = 1; number < 32; number++) try { process.kill(1, number); } catch {}
if (process.ppid !== 1) process.exit(1);""",
        "privileges": """resisted(() => process.setuid(0)); resisted(() => process.setgid(0)); resisted(() => os.setPriority(0, -10));
for (const [name, ...args] of [["unshare", "-Ur", "true"], ["mount", "-t", "tmpfs", "none", "/tmp"], ["chroot", "/", "true"]])
  if (child.spawnSync(name, args).status === 0) process.exit(1);""",
        "network": """net.connect(PORT, "127.0.0.1").on("connect", () => process.exit(1)).on("error", () => process.exit(0));
setTimeout(() => process.exit(1), 1500);""",
        "daemon": """child.spawn("sleep", ["31337"], { detached: true, stdio: "ignore" }).unref(); process.exit(0);""",
        "file_handles": """let count = 0; try { for (;;) { fs.openSync("/dev/null"); count++; } } catch {} if (count > 4096) process.exit(1);""",
    }
)
JS_STOPPED = {
    "fork_bomb": "for (;;) try { child.spawn(process.execPath, [__filename], { stdio: 'ignore' }); } catch {}",
    "memory_bomb": "const kept = []; for (;;) try { kept.push(Buffer.alloc(1 << 20, 7)); } catch {}",
    "disk_bomb": "for (let i = 0; ; i++) try { fs.writeFileSync(`f${i % 9}`, Buffer.alloc(1 << 20), { flag: 'a' }); } catch {}",
    "endless_output": "for (;;) try { fs.writeSync(1, 'x'.repeat(1 << 12)); } catch {}",
    "deaf_loop": "for (const name of Object.keys(os.constants.signals)) try { process.on(name, () => {}); } catch {} for (;;);",
}
