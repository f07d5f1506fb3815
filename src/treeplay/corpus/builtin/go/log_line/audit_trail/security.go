package main

import (
	"fmt"
	"strings"
	"time"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, text := range []string{"a.pdf\n2024-07-01T08:00:00Z | boss | approved | a.pdf", "a.pdf\r\n2024 | boss | approved | a.pdf"} {
		for _, fields := range [][3]string{{"ann", "renamed", text}, {text, "renamed", "a.pdf"}, {"ann", text, "a.pdf"}} {
			var out strings.Builder
			trail := &Trail{&out, func() time.Time { return time.Unix(1719820800, 0) }}
			attempt(func() { trail.Add(fields[0], fields[1], fields[2]) })
			if strings.Count(out.String(), "\n") > 1 {
				return fmt.Errorf("an entry of the user's own: %q", out.String())
			}
		}
	}
	return nil
}
