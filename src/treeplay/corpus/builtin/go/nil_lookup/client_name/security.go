package main

import (
	"errors"
	"net/http/httptest"
)

func treeplayTest() error {
	if got := ClientName(httptest.NewRequest("GET", "http://api.example/", nil)); got != "" {
		return errors.New(got)
	}
	return nil
}
