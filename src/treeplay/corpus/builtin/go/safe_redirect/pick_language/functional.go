package main

import (
	"fmt"
	"net/http/httptest"
	"net/url"
)

func treeplayTest() error {
	for back, want := range map[string]string{"/shop/tea": "/shop/tea", "": "/"} {
		w := httptest.NewRecorder()
		PickLanguage(w, httptest.NewRequest("GET", "/lang?lang=it&back="+url.QueryEscape(back), nil))
		if w.Code != 303 || w.Header().Get("Location") != want || w.Result().Cookies()[0].Value != "it" {
			return fmt.Errorf("%d to %q", w.Code, w.Header().Get("Location"))
		}
	}
	return nil
}
