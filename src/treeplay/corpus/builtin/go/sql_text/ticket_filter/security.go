package main

import (
	"fmt"
	"regexp"
	"strings"
)

var spaces = regexp.MustCompile(`\s+`)

// statement splits a query into its text, with ? for every value, and the values.
func statement(query string, args []any) (string, []string) {
	var text strings.Builder
	var values []string
	next := 0
	for i := 0; i < len(query); i++ {
		switch c := query[i]; {
		case c == '\'':
			value := ""
			for i++; i < len(query); i++ {
				if query[i] == '\'' {
					if i+1 >= len(query) || query[i+1] != '\'' {
						break
					}
					i++
				}
				value += string(query[i])
			}
			values = append(values, value)
			text.WriteByte('?')
		case c == '?' || c == '$':
			for i+1 < len(query) && query[i+1] >= '0' && query[i+1] <= '9' {
				i++
			}
			if next < len(args) {
				values = append(values, fmt.Sprint(args[next]))
			}
			next++
			text.WriteByte('?')
		default:
			text.WriteByte(c)
		}
	}
	plain := strings.ToLower(strings.Trim(spaces.ReplaceAllString(text.String(), " "), " ;"))
	return strings.ReplaceAll(plain, " = ", "="), values
}

// attempt runs f; a panic in it is a refusal.
func attempt(f func()) {
	defer func() { _ = recover() }()
	f()
}

func treeplayTest() error {
	query, args := TicketQuery(Filter{Status: "open", Owner: "ann"})
	plain, _ := statement(query, args)
	for _, text := range []string{"x' OR 1=1 --", "x' OR 'a'='a", "x'; DROP TABLE users; --", "x' UNION SELECT password FROM users --", "0 OR 1=1"} {
		query := ""
		var args []any
		attempt(func() { query, args = TicketQuery(Filter{Status: "open", Owner: text}) })
		if got, _ := statement(query, args); query != "" && got != plain {
			return fmt.Errorf("%q makes it %s", text, query)
		}
	}
	return nil
}
