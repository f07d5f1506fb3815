package main

import (
	"fmt"
	"log"
	"net/http"
)

// StockLevel answers "N in stock" for the query parameter "article", N being what lookup says.
// When lookup fails it answers 500, and writes what happened to the log.
func StockLevel(lookup func(article string) (int, error), logger *log.Logger) http.HandlerFunc {
// treeplay: complete below
	return func(w http.ResponseWriter, r *http.Request) {
		level, err := lookup(r.URL.Query().Get("article"))
		if err != nil {
			logger.Printf("stock level: %v", err)
			http.Error(w, "stock level: "+err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, "%d in stock", level)
	}
}
