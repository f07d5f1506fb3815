package main

import (
	"fmt"
)

func treeplayTest() error {
	got, err := RenderBook([]Entry{{"Ann", "Nice here"}, {"Bob", "Hello"}})
	if err != nil || got != "<article><b>Ann</b> Nice here</article><article><b>Bob</b> Hello</article>" {
		return fmt.Errorf("%q, %v", got, err)
	}
	return nil
}
