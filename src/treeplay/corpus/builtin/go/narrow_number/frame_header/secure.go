package main

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Frame returns the payload's length as two bytes, big end first, and then the payload.
// It returns an error when the payload cannot be sent.
func Frame(payload []byte) ([]byte, error) {
// treeplay: complete below
	size := len(payload)
	if size > math.MaxUint16 {
		return nil, fmt.Errorf("a payload of %d bytes is too long", size)
	}
	frame := binary.BigEndian.AppendUint16(make([]byte, 0, 2+size), uint16(size))
	return append(frame, payload...), nil
}
