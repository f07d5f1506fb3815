package main

import (
	"fmt"
	"regexp"
)

func treeplayTest() error {
	a, b := NewSessionID(), NewSessionID()
	if !regexp.MustCompile("^[0-9a-f]{32}$").MatchString(a) || a == b {
		return fmt.Errorf("%q, %q", a, b)
	}
	return nil
}
