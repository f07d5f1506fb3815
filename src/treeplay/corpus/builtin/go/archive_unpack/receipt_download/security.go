package main

import (
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
)

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	os.MkdirAll("scans/x", 0o755)
	os.MkdirAll("scans-ceo", 0o755)
	for _, outside := range []string{"payroll.txt", "scans-ceo/payroll.txt"} {
		os.WriteFile(outside, []byte("SALARY-4711"), 0o644)
		for _, file := range []string{"../" + outside, "x/../../" + outside, "./../" + outside} {
			w := httptest.NewRecorder()
			attempt(func() {
				Receipts{Dir: "scans"}.ServeHTTP(w, httptest.NewRequest("GET", "/receipt?file="+url.QueryEscape(file), nil))
			})
			if strings.Contains(w.Body.String(), "SALARY-4711") {
				return fmt.Errorf("%s was sent", file)
			}
		}
	}
	return nil
}
