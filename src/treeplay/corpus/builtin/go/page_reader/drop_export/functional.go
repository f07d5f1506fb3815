package main

import (
	"errors"
	"os"
	"path/filepath"
)

func treeplayTest() error {

	os.Mkdir("exports", 0o755)
	for _, name := range []string{"may.csv", "june.csv"} {
		os.WriteFile(filepath.Join("exports", name), []byte("a,b"), 0o644)
	}
	e := Exports{dir: "exports"}
	if !e.Drop("may.csv") || e.Drop("may.csv") || e.Drop("july.csv") {
		return errors.New("wrong answer")
	}
	if _, err := os.Stat("exports/may.csv"); err == nil {
		return errors.New("may.csv is still there")
	}
	if _, err := os.Stat("exports/june.csv"); err != nil {
		return errors.New("june.csv is gone")
	}
	return nil
}
