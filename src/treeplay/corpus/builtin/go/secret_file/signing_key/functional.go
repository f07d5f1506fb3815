package main

import (
	"encoding/pem"
	"fmt"
	"os"
)

func treeplayTest() error {
	for _, key := range []string{"an older key", "key"} {
		if err := SaveKey("server.pem", []byte(key)); err != nil {
			return err
		}
		data, _ := os.ReadFile("server.pem")
		block, _ := pem.Decode(data)
		if block == nil || block.Type != "PRIVATE KEY" || string(block.Bytes) != key {
			return fmt.Errorf("%q", data)
		}
	}
	return nil
}
