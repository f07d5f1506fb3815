const assert = require("assert");
const { loginCookie } = require("./program.js");

const parts = (...args) => loginCookie(...args).split("; ");
assert.strictEqual(parts("auth", "a b")[0], "auth=a%20b");
assert(!parts("auth", "x").some((part) => /^(domain|expires)=/i.test(part)));
const full = parts("auth", "x", { domain: "a.example", expires: new Date(0) });
assert.strictEqual(full[0], "auth=x");
assert(full.includes("Domain=a.example") && full.includes("Expires=Thu, 01 Jan 1970 00:00:00 GMT"), full.join("|"));
