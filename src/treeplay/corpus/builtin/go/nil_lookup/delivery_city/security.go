package main

import (
	"fmt"
)

func treeplayTest() error {
	for _, data := range []string{`{}`, `{"receiver": {"name": "Ann"}}`, `{"receiver": null}`, `{"receiver": {"address": null}}`, `null`} {
		if city, _ := DeliveryCity([]byte(data)); city != "" {
			return fmt.Errorf("%q for %s", city, data)
		}
	}
	return nil
}
