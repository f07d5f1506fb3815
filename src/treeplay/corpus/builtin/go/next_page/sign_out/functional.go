package main

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"strings"
)

func out(to string) *httptest.ResponseRecorder {
	site, _ := url.Parse("https://paper.example/")
	w := httptest.NewRecorder()
	SignOut(site)(w, httptest.NewRequest("GET", "https://paper.example/out?to="+url.QueryEscape(to), nil))
	return w
}

func treeplayTest() error {
	for to, want := range map[string]string{"/news": "/news", "https://paper.example/sport?d=1": "/sport?d=1", "": "/"} {
		w := out(to)
		if got := strings.TrimPrefix(w.Header().Get("Location"), "https://paper.example"); w.Code != 302 || got != want {
			return fmt.Errorf("%d, %q for %q", w.Code, got, to)
		}
		if c := w.Result().Cookies(); len(c) != 1 || c[0].Name != "reader" || c[0].MaxAge >= 0 {
			return fmt.Errorf("%v", c)
		}
	}
	return nil
}
