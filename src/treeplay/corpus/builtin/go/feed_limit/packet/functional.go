package main

import (
	"errors"
	"fmt"
	"strings"
)

func treeplayTest() error {
	if got, err := Receive(strings.NewReader("\x00\x00\x00\x05hello world")); err != nil || got != "hello" {
		return fmt.Errorf("%q, %v", got, err)
	}
	if _, err := Receive(strings.NewReader("\x00\x00\x00\x05he")); err == nil {
		return errors.New("no error for half a message")
	}
	return nil
}
