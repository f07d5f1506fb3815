package main

import (
	"errors"
	"fmt"
)

func treeplayTest() error {
	for want, ratings := range map[int][]int{4: {5, 4, 4}, 5: {5, 4}, 1: {1}} {
		if got, err := MeanStars(ratings); err != nil || got != want {
			return fmt.Errorf("%d, %v for %v", got, err, ratings)
		}
	}
	if _, err := MeanStars([]int{3, 6}); err == nil {
		return errors.New("no error for 6 stars")
	}
	return nil
}
