package main

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Trail is the audit trail: lines of time, user, action and document with " | " between them.
type Trail struct {
	Out io.Writer
	Now func() time.Time
}

// Add writes the line of an action, for example "2024-07-01T08:00:00Z | ann | renamed | plan.pdf".
func (t *Trail) Add(user, action, document string) error {
// treeplay: complete below
	oneLine := strings.NewReplacer("\n", " ", "\r", " ", "|", "/")
	fields := []string{
		t.Now().UTC().Format(time.RFC3339),
		oneLine.Replace(user), oneLine.Replace(action), oneLine.Replace(document),
	}
	_, err := fmt.Fprintln(t.Out, strings.Join(fields, " | "))
	return err
}
