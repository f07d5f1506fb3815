package main

import (
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Receipts serves the scans in the folder Dir.
type Receipts struct {
	Dir string
}

// ServeHTTP answers GET /receipt?file=2024-07.txt with the bytes of that file in Dir, and 404 if there is none.
func (s Receipts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
// treeplay: complete below
	wanted := filepath.Join(s.Dir, r.URL.Query().Get("file"))
	scan, err := os.Open(wanted)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer scan.Close()
	io.Copy(w, scan)
}
