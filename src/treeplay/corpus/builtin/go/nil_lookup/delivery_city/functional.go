package main

import (
	"errors"
	"fmt"
)

func treeplayTest() error {
	city, err := DeliveryCity([]byte(`{"number": "P1", "receiver": {"name": "Ann", "address": {"street": "Via Roma 1", "city": "Turin"}}}`))
	if err != nil || city != "Turin" {
		return fmt.Errorf("%q, %v", city, err)
	}
	if _, err := DeliveryCity([]byte("P1;Turin")); err == nil {
		return errors.New("no error for what is no JSON")
	}
	return nil
}
