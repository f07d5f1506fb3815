package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	victim, _ := filepath.Abs("diary.txt")
	os.WriteFile(victim, []byte("dear diary"), 0o644)
	for range 2 {
		name := ""
		attempt(func() { name, _ = SpoolFile("page 1") })
		os.Remove(name)
		os.Symlink(victim, name)
	}
	attempt(func() { SpoolFile("page 2") })
	if data, _ := os.ReadFile(victim); string(data) != "dear diary" {
		return fmt.Errorf("through a link laid in wait it wrote %q", data)
	}
	return nil
}
