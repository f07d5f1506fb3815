package main

import (
	"fmt"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, size := range []int{65536, 65540, 200000} {
		var frame []byte
		attempt(func() { frame, _ = Frame(make([]byte, size)) })
		if len(frame) >= 2 && int(frame[0])<<8+int(frame[1]) != len(frame)-2 {
			return fmt.Errorf("the header says %d of %d bytes", int(frame[0])<<8+int(frame[1]), len(frame)-2)
		}
	}
	return nil
}
