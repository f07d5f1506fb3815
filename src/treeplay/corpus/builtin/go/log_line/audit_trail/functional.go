package main

import (
	"fmt"
	"strings"
	"time"
)

func treeplayTest() error {
	var out strings.Builder
	trail := &Trail{&out, func() time.Time { return time.Unix(1719820800, 0) }}
	if err := trail.Add("ann", "renamed", "plan.pdf"); err != nil || out.String() != "2024-07-01T08:00:00Z | ann | renamed | plan.pdf\n" {
		return fmt.Errorf("%q, %v", out.String(), err)
	}
	return nil
}
