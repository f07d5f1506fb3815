const assert = require("assert");
const crypto = require("crypto");
const fs = require("fs");
const { createKey } = require("./program.js");

const publicKey = createKey("sign.pem");
const signature = crypto.sign(null, Buffer.from("text"), fs.readFileSync("sign.pem", "utf8"));
assert(crypto.verify(null, Buffer.from("text"), publicKey, signature));
