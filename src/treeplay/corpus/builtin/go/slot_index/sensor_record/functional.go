package main

import (
	"errors"
	"fmt"
)

func treeplayTest() error {
	p, err := ParsePacket([]byte{7, 3, 'a', 'b', 'c', 'x'})
	if err != nil || p.Sensor != 7 || string(p.Payload) != "abc" {
		return fmt.Errorf("%v, %v", p, err)
	}
	if _, err := ParsePacket([]byte{7}); err == nil {
		return errors.New("no error for half a packet")
	}
	return nil
}
