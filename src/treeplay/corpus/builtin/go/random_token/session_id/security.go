package main

import (
	"errors"
	"math/rand"
	"os"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	os.Setenv("GODEBUG", "randseednop=0")
	seen := map[string]bool{}
	for range 2 {
		rand.Seed(1)
		value := ""
		attempt(func() { value = NewSessionID() })
		if value != "" && seen[value] {
			return errors.New("the value can be foretold: " + value)
		}
		seen[value] = true
	}
	return nil
}
