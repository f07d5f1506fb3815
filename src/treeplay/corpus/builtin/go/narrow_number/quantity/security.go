package main

import (
	"fmt"
	"math"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, text := range []string{"4294967297", "2147483648", "6442450943", "4294967295"} {
		n, err := int32(0), error(nil)
		attempt(func() { n, err = ParseQuantity(text) })
		if err == nil && n != 0 && n != math.MaxInt32 {
			return fmt.Errorf("%s became %d", text, n)
		}
	}
	return nil
}
