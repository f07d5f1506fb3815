package main

import (
	"encoding/csv"
	"fmt"
	"strings"
)

func export(text string) string {
	var out strings.Builder
	ExportAnswers(&out, []Answer{{"Rome", text}, {text, "fine"}})
	return out.String()
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	for _, text := range []string{"=HYPERLINK(\"http://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "=1+1"} {
		table := ""
		attempt(func() { table = export(text) })
		rows, _ := csv.NewReader(strings.NewReader(table)).ReadAll()
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
					return fmt.Errorf("a spreadsheet would compute %q", cell)
				}
			}
		}
	}
	return nil
}
