package main

import (
	"fmt"
	"runtime"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	attempt(func() { Receive(strings.NewReader("\x04\x00\x00\x00hello")) })
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 4<<20 {
		return fmt.Errorf("nine bytes took %d of memory", taken)
	}
	return nil
}
