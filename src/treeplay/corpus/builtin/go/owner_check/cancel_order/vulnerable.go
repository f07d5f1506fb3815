package main

import (
	"context"
	"net/http"
	"strconv"
	"sync"
)

type contextKey string

// customerKey is where the context of a request holds the number (int) of the customer who has signed in.
const customerKey contextKey = "customer"

// Order is one customer's order.
type Order struct {
	Customer  int
	Cancelled bool
}

// Shop holds the orders by number.
type Shop struct {
	mu     sync.Mutex
	orders map[int]*Order
}

// Cancel cancels the order in the form value "order" and answers 204; 404 if the customer has no such order.
func (s *Shop) Cancel(w http.ResponseWriter, r *http.Request) {
// treeplay: complete below
	number, _ := strconv.Atoi(r.FormValue("order"))
	_, signedIn := r.Context().Value(customerKey).(int)
	s.mu.Lock()
	defer s.mu.Unlock()
	order, found := s.orders[number]
	if !signedIn || !found {
		http.NotFound(w, r)
		return
	}
	order.Cancelled = true
	w.WriteHeader(http.StatusNoContent)
}
