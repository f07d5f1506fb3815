const assert = require("assert");
const { isTagList } = require("./program.js");

for (const text of ["sea", "sea, sun", "sea,sun, sand"]) assert.strictEqual(isTagList(text), true, text);
for (const text of ["", "sea; sun", ", sea", "sea sun!"]) assert.strictEqual(isTagList(text), false, text);
