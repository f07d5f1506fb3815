package main

import (
	"fmt"
	"strings"
)

func treeplayTest() error {
	for _, payload := range []string{"", "hello", strings.Repeat("x", 300)} {
		frame, err := Frame([]byte(payload))
		if err != nil || len(frame) != 2+len(payload) || int(frame[0])<<8+int(frame[1]) != len(payload) || string(frame[2:]) != payload {
			return fmt.Errorf("%q, %v", frame, err)
		}
	}
	return nil
}
