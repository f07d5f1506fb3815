package main

import (
	"errors"
	"math"
)

// Line is an article in a basket.
type Line struct {
	Cents, Pieces int32
}

// Basket is what a customer is about to pay.
type Basket []Line

// Total returns the price of all pieces of all lines together, in cents.
// It returns an error when a line has a negative price or number, or there is no total.
func (b Basket) Total() (int32, error) {
// treeplay: complete below
	var total int64
	for _, line := range b {
		if line.Cents < 0 || line.Pieces < 0 {
			return 0, errors.New("a negative line")
		}
		total += int64(line.Cents) * int64(line.Pieces)
		if total > math.MaxInt32 {
			return 0, errors.New("the total is too large")
		}
	}
	return int32(total), nil
}
