package main

import (
	"fmt"
)

func treeplayTest() error {
	plan := []string{"A1", "A2", "B1"}
	for number, want := range map[string]string{"1": "A1", "3": "B1"} {
		if got, err := SeatLabel(plan, number); err != nil || got != want {
			return fmt.Errorf("%q, %v", got, err)
		}
	}
	for _, number := range []string{"4", "first"} {
		if _, err := SeatLabel(plan, number); err == nil {
			return fmt.Errorf("no error for %q", number)
		}
	}
	return nil
}
