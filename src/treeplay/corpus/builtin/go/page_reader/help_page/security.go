package main

import (
	"fmt"
	"os"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {

	os.MkdirAll("docs/x", 0o755)
	os.MkdirAll("docs-private", 0o755)
	for _, outside := range []string{"keys.txt", "docs-private/keys.txt"} {
		os.WriteFile(outside, []byte("KEY-4711"), 0o644)
		for _, name := range []string{"../" + outside, "x/../../" + outside, "./../" + outside, "....//" + outside} {
			text := ""
			attempt(func() { text, _ = HelpPage("docs", name) })
			if strings.Contains(text, "KEY-4711") {
				return fmt.Errorf("%s was read", name)
			}
		}
	}
	return nil
}
