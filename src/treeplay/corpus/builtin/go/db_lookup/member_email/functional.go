package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// fake is a database of one statement: asked exactly that, it finds the rows of its values; asked anything else
// that still reads like SQL it gives all it has.
type fake struct {
	want string
	rows map[string][][]driver.Value
}

func (f fake) Connect(context.Context) (driver.Conn, error) { return f, nil }
func (f fake) Driver() driver.Driver                        { return nil }
func (f fake) Prepare(string) (driver.Stmt, error)          { return nil, driver.ErrSkip }
func (f fake) Begin() (driver.Tx, error)                    { return nil, driver.ErrSkip }
func (f fake) Close() error                                 { return nil }
func (f fake) CheckNamedValue(*driver.NamedValue) error     { return nil }
func (f fake) QueryContext(_ context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	literal := regexp.MustCompile(`'(?:[^']|'')*'|\?|\$\d+`)
	var values []string
	text := literal.ReplaceAllStringFunc(query, func(part string) string {
		if part[0] == '\'' {
			values = append(values, strings.ReplaceAll(part[1:len(part)-1], "''", "'"))
		} else if len(args) > 0 {
			values, args = append(values, fmt.Sprint(args[0].Value)), args[1:]
		}
		return "?"
	})
	text = strings.ToLower(strings.Trim(strings.Join(strings.Fields(text), " "), " ;"))
	if strings.ReplaceAll(text, " = ", "=") == f.want {
		return &result{f.rows[strings.Join(values, "|")]}, nil
	}
	var all [][]driver.Value
	for _, rows := range f.rows {
		all = append(all, rows...)
	}
	return &result{all}, nil
}

type result struct{ left [][]driver.Value }

func (r *result) Columns() []string { return make([]string, 1) }
func (r *result) Close() error      { return nil }
func (r *result) Next(into []driver.Value) error {
	if len(r.left) == 0 {
		return io.EOF
	}
	copy(into, r.left[0])
	r.left = r.left[1:]
	return nil
}

func members() *sql.DB {
	return sql.OpenDB(fake{"select email from members where nick=?", map[string][][]driver.Value{"ann": {{"ann@club.org"}}}})
}

func treeplayTest() error {
	if got, err := Email(members(), "ann"); err != nil || got != "ann@club.org" {
		return fmt.Errorf("%q, %v", got, err)
	}
	if _, err := Email(members(), "zoe"); !errors.Is(err, ErrNoMember) {
		return fmt.Errorf("%v", err)
	}
	return nil
}
