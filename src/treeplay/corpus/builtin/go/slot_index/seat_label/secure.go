package main

import (
	"fmt"
	"strconv"
)

// SeatLabel returns the label of the seat with this number; the first one of the plan has the number 1.
// It returns an error when the text is not the number of a seat.
func SeatLabel(plan []string, number string) (string, error) {
// treeplay: complete below
	n, err := strconv.Atoi(number)
	if err != nil {
		return "", fmt.Errorf("seat: %w", err)
	}
	if n < 1 || n > len(plan) {
		return "", fmt.Errorf("there is no seat %d", n)
	}
	return plan[n-1], nil
}
