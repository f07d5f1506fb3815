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
	attempt(func() { SaveKey("server.pem", []byte("key")) })
	if info, err := os.Stat("server.pem"); err == nil && info.Mode().Perm()&0o007 != 0 {
		return fmt.Errorf("every user may open it: %v", info.Mode())
	}
	return nil
}
