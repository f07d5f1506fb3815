package main

import (
	"context"
	"fmt"
	"net/http/httptest"
)

func shop() *Shop {
	return &Shop{orders: map[int]*Order{31: {Customer: 5}, 32: {Customer: 6}}}
}

func cancel(s *Shop, customer any, order string) int {
	r := httptest.NewRequest("POST", "/cancel?order="+order, nil)
	w := httptest.NewRecorder()
	s.Cancel(w, r.WithContext(context.WithValue(r.Context(), customerKey, customer)))
	return w.Code
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, customer := range []any{5, 0, nil} {
		s := shop()
		attempt(func() { cancel(s, customer, "32") })
		if s.orders[32].Cancelled {
			return fmt.Errorf("customer %v cancelled the order of customer 6", customer)
		}
	}
	return nil
}
