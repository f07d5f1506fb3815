package main

import (
	"fmt"
	"os"
	"syscall"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	syscall.Umask(0o022)
	attempt(func() { (&Logins{File: "logins"}).Add("db1", "bak", "pw1") })
	if info, err := os.Stat("logins"); err == nil && info.Mode().Perm()&0o007 != 0 {
		return fmt.Errorf("every user may open it: %v", info.Mode())
	}
	return nil
}
