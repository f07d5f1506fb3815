package main

import (
	"fmt"
	"net/http/httptest"
	"os"
)

func treeplayTest() error {
	os.Mkdir("scans", 0o755)
	os.WriteFile("scans/2024-07.txt", []byte("hotel 80"), 0o644)
	for file, want := range map[string]int{"2024-07.txt": 200, "2024-08.txt": 404} {
		w := httptest.NewRecorder()
		Receipts{Dir: "scans"}.ServeHTTP(w, httptest.NewRequest("GET", "/receipt?file="+file, nil))
		if w.Code != want || want == 200 && w.Body.String() != "hotel 80" {
			return fmt.Errorf("%s: %d, %q", file, w.Code, w.Body)
		}
	}
	return nil
}
