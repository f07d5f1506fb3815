package main

import (
	"fmt"
	"strings"
)

func treeplayTest() error {
	var out strings.Builder
	err := ExportAnswers(&out, []Answer{{"Rome", "good, but slow"}, {"Oslo", "fine"}})
	if err != nil || out.String() != "city,opinion\nRome,\"good, but slow\"\nOslo,fine\n" {
		return fmt.Errorf("%q, %v", out.String(), err)
	}
	return nil
}
