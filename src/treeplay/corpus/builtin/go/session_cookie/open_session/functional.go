package main

import (
	"fmt"
	"net/http/httptest"
	"time"
)

func treeplayTest() error {
	w := httptest.NewRecorder()
	OpenSession(w, "abc123", time.Hour)
	cookies := w.Result().Cookies()
	if len(cookies) != 1 || cookies[0].Name != "session" || cookies[0].Value != "abc123" || cookies[0].Path != "/" {
		return fmt.Errorf("%v", cookies)
	}
	if c := cookies[0]; c.MaxAge != 3600 && c.Expires.IsZero() {
		return fmt.Errorf("it has no end: %v", c)
	}
	return nil
}
