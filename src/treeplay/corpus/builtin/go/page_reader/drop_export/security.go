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

	os.MkdirAll("exports/x", 0o755)
	e := Exports{dir: "exports"}
	full, _ := filepath.Abs("orders.db")
	for _, name := range []string{"../orders.db", "x/../../orders.db", "./../orders.db", full} {
		os.WriteFile("orders.db", []byte("orders"), 0o644)
		attempt(func() { e.Drop(name) })
		if _, err := os.Stat("orders.db"); err != nil {
			return fmt.Errorf("%s was deleted", name)
		}
	}
	return nil
}
