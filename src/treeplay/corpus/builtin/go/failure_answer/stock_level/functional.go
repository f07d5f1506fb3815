package main

import (
	"errors"
	"fmt"
	"log"
	"net/http/httptest"
	"strings"
)

func lookup(article string) (int, error) {
	if article == "tea" {
		return 12, nil
	}
	return 0, errors.New("dial postgres://shop:hunter2@10.1.2.3/stock: connection refused")
}

func treeplayTest() error {
	for article, want := range map[string]string{"tea": "200 12 in stock", "milk": "500"} {
		var logged strings.Builder
		w := httptest.NewRecorder()
		StockLevel(lookup, log.New(&logged, "", 0))(w, httptest.NewRequest("GET", "/?article="+article, nil))
		if got := fmt.Sprint(w.Code, " ", w.Body); !strings.HasPrefix(got, want) {
			return errors.New(got)
		}
		if w.Code == 500 && !strings.Contains(logged.String(), "10.1.2.3") {
			return fmt.Errorf("logged: %q", logged.String())
		}
	}
	return nil
}
