package main

import (
	"fmt"
)

func book() *Notebook {
	return &Notebook{map[int]Note{1: {1, "ann", "buy milk"}, 2: {2, "bob", "PIN 4711"}}}
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, user := range []string{"ann", "", "BOB"} {
		text := ""
		attempt(func() { text, _ = book().Text(user, 2) })
		if text != "" {
			return fmt.Errorf("%q reads bob's note: %s", user, text)
		}
	}
	return nil
}
