package main

import (
	"context"
	"fmt"
	"os"
)

func treeplayTest() error {
	os.WriteFile("poem.txt", []byte("roses\nviolets\nsugar\n"), 0o644)
	for count, want := range map[int]string{1: "roses\n", 2: "roses\nviolets\n"} {
		if got, err := Preview(context.Background(), "poem.txt", count); err != nil || got != want {
			return fmt.Errorf("%q, %v", got, err)
		}
	}
	return nil
}
