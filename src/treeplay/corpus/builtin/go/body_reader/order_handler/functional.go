package main

import (
	"fmt"
	"net/http/httptest"
	"strings"
)

func treeplayTest() error {
	for body, want := range map[string]int{`{"item": "tea", "count": 3}`: 201, `{"item": `: 400} {
		w := httptest.NewRecorder()
		var got Order
		TakeOrder(w, httptest.NewRequest("POST", "/orders", strings.NewReader(body)), func(o Order) { got = o })
		if w.Code != want || want == 201 && (got.Item != "tea" || got.Count != 3) {
			return fmt.Errorf("%s: %d, %v", body, w.Code, got)
		}
	}
	return nil
}
