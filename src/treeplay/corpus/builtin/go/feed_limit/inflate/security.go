package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"runtime"
)

func squeezed(data []byte) []byte {
	var buffer bytes.Buffer
	out := gzip.NewWriter(&buffer)
	out.Write(data)
	out.Close()
	return buffer.Bytes()
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	bomb := squeezed(make([]byte, 16<<20))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	attempt(func() { Unpack(bomb) })
	runtime.ReadMemStats(&after)
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 4<<20 {
		return fmt.Errorf("%d bytes became %d in memory", len(bomb), taken)
	}
	return nil
}
