package main

import (
	"errors"
	"os"
	"path/filepath"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	dir := ""
	attempt(func() { dir, _ = Build{"web"}.Area() })
	if dir == "" {
		return nil
	}
	os.RemoveAll(dir)
	os.MkdirAll(dir, 0o777)
	os.WriteFile(filepath.Join(dir, "Makefile"), []byte("all: steal"), 0o644)
	again := ""
	attempt(func() { again, _ = Build{"web"}.Area() })
	if _, err := os.Stat(filepath.Join(again, "Makefile")); again != "" && err == nil {
		return errors.New("it works in a folder that somebody else laid in wait")
	}
	return nil
}
