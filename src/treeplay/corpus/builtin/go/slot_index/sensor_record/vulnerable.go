package main

import "errors"

// Packet is what a sensor sent.
type Packet struct {
	Sensor  byte
	Payload []byte
}

// ParsePacket reads a packet: a byte with the sensor's number, a byte with the payload's length, and the payload.
// Bytes after that are left alone. It returns an error for what is no packet.
func ParsePacket(raw []byte) (Packet, error) {
// treeplay: complete below
	if len(raw) < 2 {
		return Packet{}, errors.New("packet too short")
	}
	size := int(raw[1])
	return Packet{Sensor: raw[0], Payload: raw[2 : 2+size]}, nil
}
