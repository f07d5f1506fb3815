package main

import (
	"fmt"
	"net/url"
)

func treeplayTest() error {
	for _, size := range []string{"0", "00", "-0", "+0"} {
		if got := PageTotal(url.Values{"size": {size}}, 51); got < 0 {
			return fmt.Errorf("%d pages", got)
		}
	}
	return nil
}
