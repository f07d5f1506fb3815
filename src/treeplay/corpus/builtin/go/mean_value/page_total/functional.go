package main

import (
	"fmt"
	"net/url"
)

func treeplayTest() error {
	for size, want := range map[string]int{"10": 6, "": 3, "all": 3, "51": 1} {
		if got := PageTotal(url.Values{"size": {size}}, 51); got != want {
			return fmt.Errorf("%d pages of size %q", got, size)
		}
	}
	return nil
}
