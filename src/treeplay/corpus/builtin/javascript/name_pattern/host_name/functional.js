const assert = require("assert");
const { looksLikeHost } = require("./program.js");

for (const name of ["my-shop.example", "a1", "x.y.z", "long--name.example"]) assert.strictEqual(looksLikeHost(name), true, name);
for (const name of ["", "a..b", "-x.example", "My.example", "a b"]) assert.strictEqual(looksLikeHost(name), false, name);
