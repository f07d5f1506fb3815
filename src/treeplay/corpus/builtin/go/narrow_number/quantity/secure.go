package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// ParseQuantity returns the quantity that the customer typed, for example 12 for " 12 ".
// It returns an error when the text is no quantity, which is at least 1.
func ParseQuantity(text string) (int32, error) {
// treeplay: complete below
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 32)
	if err != nil {
		return 0, fmt.Errorf("quantity: %w", err)
	}
	if n < 1 {
		return 0, errors.New("quantity: at least 1")
	}
	return int32(n), nil
}
