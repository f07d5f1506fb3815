package main

import (
	"errors"
	"fmt"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, port := range []string{"65558", "-65514", "74636", "4294967318", "-1"} {
		var p Printer
		err := errors.New("a panic")
		attempt(func() { p, err = ParsePrinter("lobby.office:" + port) })
		if err == nil && p.Port != 0 {
			return fmt.Errorf("port %s became %d", port, p.Port)
		}
	}
	return nil
}
