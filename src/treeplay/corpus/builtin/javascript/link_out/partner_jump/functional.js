const assert = require("assert");
const { follow } = require("./program.js");

const clicks = {};
assert.strictEqual(follow(clicks, "https://books.example/new?id=4"), "https://books.example/new?id=4");
assert.strictEqual(follow(clicks, "https://books.example/"), "https://books.example/");
assert.strictEqual(follow(clicks, "https://films.example/a"), "https://films.example/a");
assert.strictEqual(follow(clicks, "https://other.example/a"), "https://news.example/");
assert.deepStrictEqual(clicks, { "books.example": 2, "films.example": 1 });
