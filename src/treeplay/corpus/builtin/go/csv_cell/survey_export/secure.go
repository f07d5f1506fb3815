package main

import (
	"encoding/csv"
	"io"
	"strings"
)

// Answer is what a visitor typed into the survey.
type Answer struct {
	City, Opinion string
}

// ExportAnswers writes the header "city,opinion" and a row for each answer to out, as CSV.
func ExportAnswers(out io.Writer, answers []Answer) error {
// treeplay: complete below
	table := csv.NewWriter(out)
	rows := [][]string{{"city", "opinion"}}
	for _, a := range answers {
		row := []string{a.City, a.Opinion}
		for i, cell := range row {
			if strings.IndexAny(cell, "=+-@\t\r") == 0 {
				row[i] = "'" + cell
			}
		}
		rows = append(rows, row)
	}
	return table.WriteAll(rows)
}
