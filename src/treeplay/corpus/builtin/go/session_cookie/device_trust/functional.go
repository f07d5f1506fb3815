package main

import (
	"fmt"
)

func treeplayTest() error {
	c := Member{ID: 7, Device: "k3y"}.TrustCookie(2)
	if c == nil || c.Name != "device" || c.Value != "7.k3y" || c.MaxAge != 1209600 || c.Path != "/" {
		return fmt.Errorf("%v", c)
	}
	return nil
}
