"""Attacks in Go, by name: what its runtime of many threads, its raw system calls and its processes try.

Each is the body of a test's function: a `RESISTED` one returns nil only if nothing it tried worked; a `STOPPED` one
never ends by itself, which only counts once it has begun. `PORT` stands for a listener of the test's own on the host's loopback.
"""

from __future__ import annotations

from .mark import marked

GO_HEAD = """package main

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

func resisted(what string, err error) {
	if err == nil {
		panic(what + " worked")
	}
}

func call(number uintptr, arguments ...uintptr) error {
	var a [6]uintptr
	copy(a[:], arguments)
	if _, _, errno := syscall.RawSyscall6(number, a[0], a[1], a[2], a[3], a[4], a[5]); errno != 0 {
		return errno
	}
	return nil
}

func start(attributes *syscall.SysProcAttr, name string, arguments ...string) error {
	command := exec.Command(name, arguments...)
	command.SysProcAttr = attributes
	return command.Run()
}

func address(text string) uintptr {
	pointer, _ := syscall.BytePtrFromString(text)
	return uintptr(unsafe.Pointer(pointer))
}

var _ = []any{fmt.Sprint, net.Dial, os.Exit, signal.Ignore, runtime.LockOSThread, strings.Contains, time.Sleep,
	call, start, address} // no attack uses all
"""

GO_RESISTED = marked(
    {
        "ptrace": """
	runtime.LockOSThread()
	resisted("attach to the first process", syscall.PtraceAttach(1))
	resisted("seize the first process", call(syscall.SYS_PTRACE, 0x4206, 1))
	child, err := os.StartProcess("/bin/sleep", []string{"sleep", "5"}, &os.ProcAttr{})
	if err != nil {
		return err
	}
	resisted("attach to a child", syscall.PtraceAttach(child.Pid))
	resisted("a traced child", start(&syscall.SysProcAttr{Ptrace: true}, "/bin/true"))
	return child.Kill()""",
        "mount": """
	resisted("mount a file system", syscall.Mount("none", "/tmp", "tmpfs", 0, ""))
	resisted("bind the root", syscall.Mount("/", "/tmp/job", "", syscall.MS_BIND, ""))
	resisted("make /usr writable", syscall.Mount("", "/usr", "", syscall.MS_REMOUNT|syscall.MS_BIND, ""))
	resisted("uncover /proc", syscall.Unmount("/proc", syscall.MNT_DETACH))
	resisted("uncover /tmp", syscall.Unmount("/tmp", syscall.MNT_DETACH))
	resisted("chroot", syscall.Chroot("."))
	resisted("pivot_root", syscall.PivotRoot(".", "."))""",
        "unshare": """
	for _, flag := range []int{0x10000000, 0x20000, 0x20000000, 0x40000000, 0x8000000, 0x4000000, 0x10020000} {
		resisted(fmt.Sprintf("unshare %#x", flag), syscall.Unshare(flag))
		resisted(fmt.Sprintf("clone %#x", flag), start(&syscall.SysProcAttr{Cloneflags: uintptr(flag)}, "/bin/true"))
	}
	resisted("the program unshare", start(nil, "unshare", "-Ur", "true"))
	file, err := os.Open("/proc/self/ns/net")
	if err == nil {
		resisted("setns", call(308, file.Fd(), 0))
	}""",
        "become_root": """
	resisted("a child that is root", start(&syscall.SysProcAttr{Credential: &syscall.Credential{}}, "/bin/true"))
	resisted("a child in a jail", start(&syscall.SysProcAttr{Chroot: "/tmp"}, "/bin/true"))
	resisted("setuid", syscall.Setuid(0))
	resisted("setgroups", syscall.Setgroups([]int{0}))
	resisted("more processes", syscall.Setrlimit(6, &syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20}))
	resisted("priority", syscall.Setpriority(syscall.PRIO_PROCESS, 0, -10))
	resisted("clock", syscall.Settimeofday(&syscall.Timeval{Sec: 1 << 31}))
	resisted("ports", call(172, 3))
	resisted("reboot", syscall.Reboot(0))
	resisted("bpf", call(321))""",
        "write_outside": """
	for _, place := range []string{"/", "/etc", "/usr/bin", "/root", "/home", "/var", "/dev", "/sys", "/proc/sys/kernel",
		"/proc/self/root", "/proc/1/root", "/proc/self/cwd/../..", "/proc/thread-self/root/etc", "../.."} {
		resisted("file in "+place, os.WriteFile(place+"/x", nil, 0o600))
		resisted("folder in "+place, os.Mkdir(place+"/y", 0o700))
		resisted("link in "+place, os.Symlink("/etc", place+"/z"))
	}
	for _, path := range []string{"/etc/passwd", "/bin/sh", "/proc/sys/kernel/core_pattern", "/proc/self/exe"} {
		_, err := os.OpenFile(path, os.O_WRONLY, 0)
		resisted("open "+path, err)
	}
	resisted("device", syscall.Mknod("/tmp/job/disk", syscall.S_IFBLK|0o600, 0x800))""",
        "symlink": """
	for number, target := range []string{"/etc/shadow", "/root/.ssh", "/proc/1/root", "/proc/1/mem", "/proc/1/environ",
		"/proc/1/fd", "/proc/kcore"} {
		link := fmt.Sprint("link", number)
		if err := os.Symlink(target, link); err != nil {
			return err
		}
		_, err := os.ReadFile(link)
		resisted("read "+target, err)
		_, err = os.ReadDir(link)
		resisted("list "+target, err)
		resisted("write "+target, os.WriteFile(link, nil, 0o600))
		resisted("truncate "+target, os.Truncate(link, 0))
	}
	resisted("a hard link", os.Link("/etc/passwd", "hard"))
	number := uintptr(0xFFFFFFFFFFFFFF9C)
	resisted("a file by its handle", call(303, number, address("/etc/passwd"), address(strings.Repeat("x", 128)),
		address("xxxxxxxx"), 0))""",
        "secrets": """
	for _, path := range []string{"/root/.ssh", "/root/.bashrc", "/home", "/etc/shadow", "/var", "/run", "/proc/1/environ"} {
		if entries, err := os.ReadDir(path); err == nil {
			return fmt.Errorf("%s holds %v", path, entries)
		}
		_, err := os.ReadFile(path)
		resisted("read "+path, err)
	}
	for _, each := range os.Environ() {
		if strings.Contains(each, "SECRET") {
			return fmt.Errorf("saw %s", each)
		}
	}
	processes, err := os.ReadDir("/proc")
	for _, each := range processes {
		data, _ := os.ReadFile("/proc/" + each.Name() + "/environ")
		if strings.Contains(string(data), "TREEPLAY") {
			return fmt.Errorf("process %s tells", each.Name())
		}
	}
	return err""",
        "kill_parent": """
	for number := 1; number < 65; number++ {
		syscall.Kill(1, syscall.Signal(number))
		syscall.Kill(os.Getppid(), syscall.Signal(number))
	}
	signal.Ignore(syscall.SIGTERM, syscall.SIGHUP)
	syscall.Kill(-1, syscall.SIGTERM)
	time.Sleep(50 * time.Millisecond)
	if os.Getppid() != 1 {
		return fmt.Errorf("the parent is %d", os.Getppid())
	}
	return syscall.Kill(1, 0)""",
        "network": """
	for _, to := range []string{"127.0.0.1", "0.0.0.0", "[::1]", "localhost"} {
		_, err := net.DialTimeout("tcp", to+":PORT", 200*time.Millisecond)
		resisted("connect to "+to, err)
	}
	for _, family := range []int{syscall.AF_PACKET, 38, 40, 31} {
		_, err := syscall.Socket(family, syscall.SOCK_RAW, 0)
		resisted(fmt.Sprint("family ", family), err)
	}
	_, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_RAW, syscall.IPPROTO_ICMP)
	resisted("raw socket", err)
	interfaces, err := net.Interfaces()
	if err == nil && (len(interfaces) != 1 || interfaces[0].Name != "lo") {
		return fmt.Errorf("interfaces: %v", interfaces)
	}""",
        "file_handles": """
	var opened []*os.File
	for len(opened) < 4096 {
		file, err := os.Open("/dev/null")
		if err != nil {
			break
		}
		opened = append(opened, file)
	}
	if len(opened) > 64 {
		return fmt.Errorf("%d files", len(opened))
	}
	resisted("more files", syscall.Setrlimit(syscall.RLIMIT_NOFILE, &syscall.Rlimit{Cur: 4096, Max: 4096}))
	runtime.KeepAlive(opened)""",
        "daemon": """
	for number := 0; number < 3; number++ {
		attributes := &syscall.SysProcAttr{Setsid: true, Pgid: 0}
		child, err := os.StartProcess("/bin/sleep", []string{"sleep", "31337"}, &os.ProcAttr{Sys: attributes})
		if err != nil {
			return err
		}
		child.Release()
	}
	shell := exec.Command("/bin/sh", "-c", "trap '' TERM HUP; sleep 31337 & sleep 31337")
	shell.Stdout = os.Stdout
	return shell.Start()""",
        "leaves_goroutines_and_threads": """
	for number := 0; number < 4; number++ {
		go func() {
			runtime.LockOSThread()
			for {
				syscall.Nanosleep(&syscall.Timespec{Sec: 31337}, nil)
			}
		}()
	}
	go func() {
		for {
			fmt.Sprint()
		}
	}()
	time.Sleep(20 * time.Millisecond)""",
        "kernel_memory": """
	for _, number := range []uintptr{29, 64, 68, 319, 425, 323, 298, 435, 447} {
		resisted(fmt.Sprint("system call ", number), call(number))
	}
	_, err := os.OpenFile("/dev/mem", os.O_RDWR, 0)
	resisted("memory", err)""",
    }
)

GO_STOPPED = marked(
    {
        "fork_bomb": """
	for {
		os.StartProcess("/proc/self/exe", []string{"run"}, &os.ProcAttr{})
	}""",
        "shell_bomb": """
	for {
		exec.Command("/bin/sh", "-c", "while :; do (exec sleep 60) & done").Start()
	}""",
        "thread_bomb": """
	for {
		go func() {
			runtime.LockOSThread()
			for {
				syscall.Nanosleep(&syscall.Timespec{Sec: 60}, nil)
			}
		}()
		time.Sleep(time.Millisecond)
	}""",
        "goroutine_bomb": """
	for {
		go func() { select {} }()
	}""",
        "memory_bomb": """
	var kept [][]byte
	for {
		block := make([]byte, 1<<20)
		for place := range block {
			block[place] = 7
		}
		kept = append(kept, block)
	}""",
        "mapped_memory_bomb": """
	for {
		block, err := syscall.Mmap(-1, 0, 1<<20, 3, syscall.MAP_SHARED|syscall.MAP_ANON)
		for place := 0; err == nil && place < len(block); place += 4096 {
			block[place] = 7
		}
	}""",
        "disk_bomb": """
	block := make([]byte, 1<<16)
	for number := 0; ; number++ {
		file, err := os.Create(fmt.Sprint("f", number))
		for err == nil {
			_, err = file.Write(block)
		}
		file.Close()
	}""",
        "endless_output": """
	for {
		os.Stdout.WriteString(strings.Repeat("x", 1<<12))
	}""",
        "deaf_loop": """
	signal.Ignore()
	for number := 1; number < 65; number++ {
		signal.Ignore(syscall.Signal(number))
	}
	for {
	}""",
        "deaf_sleeper": """
	signal.Ignore()
	for {
		time.Sleep(time.Hour)
	}""",
        "endless_recursion": """
	var again func(int) int
	again = func(depth int) int { return again(depth+1) + again(depth+2) }
	fmt.Print(again(0))""",
        "compiler_bomb": "",
    }
)
GO_BOMBS = {
    "compiler_bomb": "package main\n\n"
    + "".join(f"type T{n} [2]T{n + 1}\n" for n in range(40))
    + "type T40 [1 << 20]int\n\nvar X T0\n"
}
