package main

import (
	"fmt"
	"regexp"
)

func treeplayTest() error {
	a, err := SMSCode()
	b, _ := SMSCode()
	c, _ := SMSCode()
	if err != nil || !regexp.MustCompile("^[0-9]{8}$").MatchString(a) || a == b && b == c {
		return fmt.Errorf("%q, %q, %q, %v", a, b, c, err)
	}
	return nil
}
