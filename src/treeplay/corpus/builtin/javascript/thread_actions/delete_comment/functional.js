const assert = require("assert");
const { deleteMine } = require("./program.js");

const comments = { c1: { author: "ann", text: "first" }, c2: { author: "bob", text: "nice" } };
assert.strictEqual(deleteMine({ user: "bob", params: { id: "c2" } }, comments), 204);
assert.deepStrictEqual(Object.keys(comments), ["c1"]);
assert.strictEqual(deleteMine({ user: "bob", params: { id: "c9" } }, comments), 404);
