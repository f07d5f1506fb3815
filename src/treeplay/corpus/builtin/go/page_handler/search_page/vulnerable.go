package main

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"
)

// SearchPage answers with the heading `<h1>Recipes with TERM</h1>`, TERM being the query parameter "term", and
// below it `<p>N found</p>`, where N is how many of the titles contain TERM.
func SearchPage(titles []string) http.HandlerFunc {
// treeplay: complete below
	return func(w http.ResponseWriter, r *http.Request) {
		term, found := r.URL.Query().Get("term"), 0
		for _, title := range titles {
			if strings.Contains(title, term) {
				found++
			}
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, "<h1>Recipes with %s</h1>\n<p>%d found</p>\n", term, found)
	}
}
