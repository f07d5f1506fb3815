package main

import (
	"math"
	"net/url"
	"strconv"
)

// PageTotal returns how many pages a list of rows rows has. The query parameter "size" says how many rows a page has,
// 25 if it is missing or no number.
func PageTotal(query url.Values, rows int) int {
// treeplay: complete below
	size, err := strconv.Atoi(query.Get("size"))
	if err != nil {
		size = 25
	}
	pages := rows / size
	if rows%size > 0 {
		pages++
	}
	return pages
}
