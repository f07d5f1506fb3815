package main

import (
	"fmt"
	"os"
)

func treeplayTest() error {

	os.WriteFile("app.log", []byte("start\ndisk full\nretry\ndisk full\n"), 0o644)
	for term, want := range map[string]int{"disk full": 2, "start": 1, "network": 0} {
		if n, err := MatchingLines(term, "app.log"); err != nil || n != want {
			return fmt.Errorf("%s: %d, %v", term, n, err)
		}
	}
	return nil
}
