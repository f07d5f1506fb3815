package main

import (
	"fmt"
	"strings"
)

func treeplayTest() error {
	for text, want := range map[string]string{"milk, eggs\n": "milk, eggs", "": "", strings.Repeat("a", 4000): strings.Repeat("a", 4000)} {
		if got, err := ReadNote(strings.NewReader(text)); err != nil || got != want {
			return fmt.Errorf("%q, %v", got, err)
		}
	}
	return nil
}
