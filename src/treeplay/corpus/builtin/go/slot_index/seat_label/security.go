package main

import (
	"fmt"
)

func treeplayTest() error {
	for _, number := range []string{"0", "-1", "-9223372036854775808", "9223372036854775807"} {
		if got, err := SeatLabel([]string{"A1", "A2"}, number); err == nil && got != "" {
			return fmt.Errorf("%q is the seat %s", got, number)
		}
	}
	return nil
}
