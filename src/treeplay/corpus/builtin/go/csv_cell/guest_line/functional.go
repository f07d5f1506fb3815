package main

import (
	"errors"
)

func treeplayTest() error {
	if got := GuestLine(12, "Ann Lee", "late arrival"); got != `12,"Ann Lee","late arrival"` {
		return errors.New(got)
	}
	if got := GuestLine(7, "Bob", `a "quiet" room`); got != `7,"Bob","a ""quiet"" room"` {
		return errors.New(got)
	}
	return nil
}
