package main

import (
	"fmt"
	"strings"
)

func treeplayTest() error {

	var out strings.Builder
	if err := WriteTags(&out, []string{"web", "go"}); err != nil || strings.TrimSpace(out.String()) != "<ul><li>go</li><li>web</li></ul>" {
		return fmt.Errorf("%q, %v", out.String(), err)
	}
	return nil
}
