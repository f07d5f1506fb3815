package main

import (
	"errors"
	"fmt"
	"os"
)

func treeplayTest() error {
	l := &Logins{File: "logins"}
	if err := errors.Join(l.Add("db1", "bak", "pw1"), l.Add("db2", "bak", "pw2")); err != nil {
		return err
	}
	if data, _ := os.ReadFile("logins"); string(data) != "db1 bak pw1\ndb2 bak pw2\n" {
		return fmt.Errorf("%q", data)
	}
	return nil
}
