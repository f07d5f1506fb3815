package main

import (
	"errors"
	"net/http/httptest"
	"strings"
)

func treeplayTest() error {
	w := httptest.NewRecorder()
	SearchPage([]string{"leek soup", "soup of peas", "cake"})(w, httptest.NewRequest("GET", "/?term=soup", nil))
	page := w.Body.String()
	if w.Code != 200 || !strings.Contains(page, "<h1>Recipes with soup</h1>") || !strings.Contains(page, "<p>2 found</p>") {
		return errors.New(page)
	}
	return nil
}
