package main

import (
	"encoding/json"
	"io"
	"net/http"
)

// Order is what a customer sends; its JSON is shorter than maxOrder bytes.
type Order struct {
	Item  string `json:"item"`
	Count int    `json:"count"`
}

const maxOrder = 8 << 10

// TakeOrder reads an order from the request's body, hands it to place and answers 201 (Created).
// It answers 400 when the body is no order.
func TakeOrder(w http.ResponseWriter, r *http.Request, place func(Order)) {
// treeplay: complete below
	var order Order
	body, err := io.ReadAll(r.Body)
	if err != nil || json.Unmarshal(body, &order) != nil {
		http.Error(w, "not an order", http.StatusBadRequest)
		return
	}
	place(order)
	w.WriteHeader(http.StatusCreated)
}
