package main

import (
	"errors"
	"fmt"
)

func treeplayTest() error {
	if total, err := (Basket{{350, 2}, {1999, 1}, {0, 9}}).Total(); err != nil || total != 2699 {
		return fmt.Errorf("%d, %v", total, err)
	}
	if _, err := (Basket{{350, -2}}).Total(); err == nil {
		return errors.New("no error for -2 pieces")
	}
	return nil
}
