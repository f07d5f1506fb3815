const assert = require("assert");
const http = require("http");
const { sendSession } = require("./program.js");

const res = new http.ServerResponse({ method: "GET" });
sendSession(res, "a1b2c3");
const [cookie] = [].concat(res.getHeader("set-cookie"));
const parts = cookie.split(/;\s*/);
assert.strictEqual(parts[0], "sid=a1b2c3");
assert(parts.some((part) => /^path=\/$/i.test(part)), cookie);
