package main

import (
	"errors"
	"fmt"
	"math"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, basket := range []Basket{{{65536, 65536}, {100, 1}}, {{2147483647, 1}, {2147483647, 1}}, {{50000, 50000}}, {{1 << 30, 4}}} {
		total, err := int32(0), errors.New("a panic")
		attempt(func() { total, err = basket.Total() })
		if err == nil && total != math.MaxInt32 {
			return fmt.Errorf("%v costs %d", basket, total)
		}
	}
	return nil
}
