package main

import (
	"errors"
)

func treeplayTest() error {

	if got := Greeting("Ann"); got != `<p class="hello">Hello, Ann!</p>` {
		return errors.New(got)
	}
	if got := Greeting(""); got != `<p class="hello">Hello!</p>` {
		return errors.New(got)
	}
	return nil
}
