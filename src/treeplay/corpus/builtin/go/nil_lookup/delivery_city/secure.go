package main

import (
	"encoding/json"
	"fmt"
)

// Address is where a parcel goes.
type Address struct {
	Street, City string
}

// Parcel is what a partner announces.
type Parcel struct {
	Number   string
	Receiver *struct {
		Name    string
		Address *Address
	}
}

// DeliveryCity returns the city in the address of the parcel's receiver.
// It returns an error when data does not tell.
func DeliveryCity(data []byte) (string, error) {
// treeplay: complete below
	var parcel Parcel
	if err := json.Unmarshal(data, &parcel); err != nil {
		return "", fmt.Errorf("parcel: %w", err)
	}
	if parcel.Receiver == nil || parcel.Receiver.Address == nil {
		return "", fmt.Errorf("parcel %s: no address", parcel.Number)
	}
	return parcel.Receiver.Address.City, nil
}
