package main

import (
	"fmt"
	"strings"
)

func treeplayTest() error {
	memory := []byte("\x07\xc8abcSECRET" + strings.Repeat("-", 300))
	for _, raw := range [][]byte{memory[:5:5], memory[:5], memory[:2], memory[:2:2]} {
		if p, err := ParsePacket(raw); err == nil && len(p.Payload) > len(raw)-2 {
			return fmt.Errorf("%q comes from outside the packet", p.Payload)
		}
	}
	return nil
}
