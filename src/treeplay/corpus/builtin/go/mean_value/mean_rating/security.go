package main

import (
	"fmt"
)

func treeplayTest() error {
	for _, ratings := range [][]int{nil, {}} {
		if got, err := MeanStars(ratings); err == nil && got > 5 {
			return fmt.Errorf("%d stars of nobody", got)
		}
	}
	return nil
}
