package main

import (
	"errors"
	"math/rand"
	"os"
)

func first(code string, _ error) string { return code }

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	os.Setenv("GODEBUG", "randseednop=0")
	var seen [2]string
	for i := range seen {
		rand.Seed(20)
		attempt(func() { seen[i] = first(SMSCode()) })
	}
	if seen[0] != "" && seen[0] == seen[1] {
		return errors.New("it can be foretold: " + seen[0])
	}
	return nil
}
