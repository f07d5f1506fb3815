package main

import (
	"fmt"
	"io"
)

// endless gives spaces until somebody has taken 16 MiB.
type endless struct{ taken int }

func (e *endless) Read(p []byte) (int, error) {
	if e.taken > 16<<20 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = ' '
	}
	e.taken += len(p)
	return len(p), nil
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	client := &endless{}
	attempt(func() { ReadNote(client) })
	if client.taken > 1<<20 {
		return fmt.Errorf("took %d bytes for a note", client.taken)
	}
	return nil
}
