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

func treeplayTest() error {
	s := shop()
	if code := cancel(s, 5, "31"); code != 204 || !s.orders[31].Cancelled || s.orders[32].Cancelled {
		return fmt.Errorf("%d", code)
	}
	if code := cancel(s, 5, "99"); code != 404 {
		return fmt.Errorf("%d for no order", code)
	}
	return nil
}
