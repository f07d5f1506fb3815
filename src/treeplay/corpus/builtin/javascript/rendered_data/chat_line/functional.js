const assert = require("assert");
const { renderMessage } = require("./program.js");

assert.strictEqual(renderMessage({ from: "ann", text: "Hi\nall" }), "<p><strong>ann</strong> Hi<br>all</p>");
assert.strictEqual(renderMessage({ from: "bob", text: "a\nb\nc" }), "<p><strong>bob</strong> a<br>b<br>c</p>");
