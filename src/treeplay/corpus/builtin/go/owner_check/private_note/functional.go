package main

import (
	"errors"
	"fmt"
)

func book() *Notebook {
	return &Notebook{map[int]Note{1: {1, "ann", "buy milk"}, 2: {2, "bob", "PIN 4711"}}}
}

func treeplayTest() error {
	if text, err := book().Text("ann", 1); err != nil || text != "buy milk" {
		return fmt.Errorf("%q, %v", text, err)
	}
	if _, err := book().Text("ann", 9); !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("%v", err)
	}
	return nil
}
