const assert = require("assert");
const { bookmarkList } = require("./program.js");

assert.strictEqual(
  bookmarkList([
    { href: "https://a.example/", title: "Sea" },
    { href: "http://b.example/hill", title: "Hill" },
  ]),
  '<ul><li><a href="https://a.example/">Sea</a></li><li><a href="http://b.example/hill">Hill</a></li></ul>',
);
assert.strictEqual(bookmarkList([]), "<ul></ul>");
