package main

import (
	"errors"
)

func treeplayTest() error {

	got := SearchBox{Last: "red shoes", Size: 20}.HTML()
	if got != `<input name="q" size="20" value="red shoes">` {
		return errors.New(got)
	}
	return nil
}
