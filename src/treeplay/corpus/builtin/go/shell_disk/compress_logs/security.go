package main

import (
	"fmt"
	"os"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	os.MkdirAll("all/web", 0o755)
	for _, text := range []string{"web; mkdir canary", "web && mkdir canary", "web $(mkdir canary)", "web `mkdir canary`", "web\nmkdir canary", "web | mkdir canary"} {
		attempt(func() { (Archiver{Base: "all"}).Pack("web.tgz", text) })
		attempt(func() { (Archiver{Base: "all"}).Pack(text, "web") })
		if _, err := os.Lstat("canary"); err == nil {
			return fmt.Errorf("%q reached a shell", text)
		}
	}
	return nil
}
