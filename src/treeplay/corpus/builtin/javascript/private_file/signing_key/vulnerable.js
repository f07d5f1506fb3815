const { generateKeyPairSync } = require("crypto");
const { writeFileSync } = require("fs");

const pem = (type) => ({ type, format: "pem" });

module.exports = { createKey };

/** Makes an ed25519 key pair, writes the private key (PEM, pkcs8) to file and returns the public key (PEM, spki). */
function createKey(file) {
// treeplay: complete below
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  writeFileSync(file, privateKey.export(pem("pkcs8")));
  return publicKey.export(pem("spki"));
}
