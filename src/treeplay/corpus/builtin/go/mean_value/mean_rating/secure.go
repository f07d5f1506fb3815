package main

import (
	"errors"
	"fmt"
)

// MeanStars returns the mean of the ratings, from 1 to 5 each, as a whole number, rounded up from a half on.
// It returns an error when the ratings have no mean or one of them is no rating.
func MeanStars(ratings []int) (int, error) {
// treeplay: complete below
	sum := 0
	for _, stars := range ratings {
		if stars < 1 || stars > 5 {
			return 0, fmt.Errorf("%d is no rating", stars)
		}
		sum += stars
	}
	if len(ratings) == 0 {
		return 0, errors.New("nobody has rated")
	}
	return (2*sum + len(ratings)) / (2 * len(ratings)), nil
}
