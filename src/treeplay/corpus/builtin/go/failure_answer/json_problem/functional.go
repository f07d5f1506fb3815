package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
)

func treeplayTest() error {
	for err, want := range map[error]int{fmt.Errorf("seat 4: %w", ErrSoldOut): 409, errors.New("disk full"): 500} {
		w := httptest.NewRecorder()
		Booking{slog.New(slog.NewTextHandler(io.Discard, nil))}.Fail(w, err)
		var got struct{ Error string }
		if bad := json.Unmarshal(w.Body.Bytes(), &got); bad != nil || w.Code != want || got.Error == "" || want == 409 && got.Error != "sold out" {
			return fmt.Errorf("%d %q, %v", w.Code, got.Error, bad)
		}
	}
	return nil
}
