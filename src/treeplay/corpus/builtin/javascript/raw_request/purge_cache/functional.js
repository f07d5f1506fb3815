const assert = require("assert");
const { purgeRequest } = require("./program.js");

assert.strictEqual(
  purgeRequest("/news/7", "ann"),
  "PURGE /news/7 HTTP/1.1\r\nHost: cache.internal\r\nX-Editor: ann\r\n\r\n",
);
assert.strictEqual(
  purgeRequest("/", "bob"),
  "PURGE / HTTP/1.1\r\nHost: cache.internal\r\nX-Editor: bob\r\n\r\n",
);
