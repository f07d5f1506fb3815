package main

import (
	"context"
	"fmt"
	"os"
	"time"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	os.WriteFile("poem.txt", []byte("roses\n"), 0o644)
	for _, file := range []string{
		"poem.txt; echo x > canary", "poem.txt & echo x > canary", "$(echo x > canary)", "`echo x > canary`", "poem.txt\necho x > canary",
		"poem.txt > canary", "' ; echo x > canary ; '", "\" ; echo x > canary ; \"",
	} {
		attempt(func() { Preview(context.Background(), file, 1) })
		time.Sleep(5 * time.Millisecond)
		if _, err := os.Lstat("canary"); err == nil {
			return fmt.Errorf("%q reached a shell", file)
		}
	}
	return nil
}
