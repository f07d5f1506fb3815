package main

import (
	"fmt"
	"log"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, user := range []string{"bob\nsign-in ok user=admin", "bob\r\nsign-in ok user=admin", "bob\rsign-in ok user=admin"} {
		var out strings.Builder
		attempt(func() { NoteSignIn(log.New(&out, "", 0), user, false) })
		if strings.ContainsAny(strings.TrimSuffix(out.String(), "\n"), "\n\r") {
			return fmt.Errorf("a line of the visitor's own: %q", out.String())
		}
	}
	return nil
}
