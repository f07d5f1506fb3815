package main

import (
	"fmt"
)

func treeplayTest() error {
	if n, err := ParseQuantity(" 12 "); err != nil || n != 12 {
		return fmt.Errorf("%d, %v", n, err)
	}
	for _, text := range []string{"", "many", "0", "-3"} {
		if _, err := ParseQuantity(text); err == nil {
			return fmt.Errorf("no error for %q", text)
		}
	}
	return nil
}
