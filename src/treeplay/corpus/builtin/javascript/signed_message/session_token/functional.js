const assert = require("assert");
const crypto = require("crypto");
const { readToken } = require("./program.js");

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const make = (claims, secret) => {
  const text = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${text}.${crypto.createHmac("sha256", secret).update(text).digest("base64url")}`;
};
assert.deepStrictEqual(readToken(make({ user: "ann" }, "s3"), "s3"), { user: "ann" });
assert.deepStrictEqual(readToken(make({ user: "bob", age: 4 }, "other"), "other"), { user: "bob", age: 4 });
assert.strictEqual(readToken(make({ user: "ann" }, "wrong"), "s3"), null);
