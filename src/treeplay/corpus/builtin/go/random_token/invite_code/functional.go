package main

import (
	"errors"
	"fmt"
	"strings"
)

func treeplayTest() error {
	for _, size := range []int{8, 24} {
		a, err := InviteCode(size)
		if err != nil || len(a) != size || strings.Trim(a, letters) != "" {
			return fmt.Errorf("%q, %v", a, err)
		}
		if b, _ := InviteCode(size); a == b {
			return errors.New("twice the same code")
		}
	}
	return nil
}
