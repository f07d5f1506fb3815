const assert = require("assert");
const crypto = require("crypto");
const { takeNotice } = require("./program.js");

const paid = new Set();
const hex = (body, key) => crypto.createHmac("sha256", key).update(body).digest("hex");
assert.strictEqual(takeNotice({ "x-signature": hex('{"order": 31}', "k1") }, '{"order": 31}', "k1", paid), 204);
assert.strictEqual(takeNotice({ "x-signature": hex('{"order": 9}', "k2") }, '{"order": 8}', "k2", paid), 400);
assert.deepStrictEqual([...paid], [31]);
