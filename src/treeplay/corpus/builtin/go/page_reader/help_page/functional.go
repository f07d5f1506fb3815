package main

import (
	"errors"
	"fmt"
	"os"
)

func treeplayTest() error {

	os.MkdirAll("docs/guide", 0o755)
	os.WriteFile("docs/index.md", []byte("welcome"), 0o644)
	os.WriteFile("docs/guide/start.md", []byte("first steps"), 0o644)
	for name, want := range map[string]string{"index.md": "welcome", "guide/start.md": "first steps"} {
		if got, err := HelpPage("docs", name); err != nil || got != want {
			return fmt.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if _, err := HelpPage("docs", "none.md"); err == nil {
		return errors.New("no error for a page that is not there")
	}
	return nil
}
