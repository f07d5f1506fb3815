const assert = require("assert");
const { parseFilter } = require("./program.js");

assert.deepStrictEqual(parseFilter('{"tags": ["sea"], "max": 20}'), { tags: ["sea"], max: 20 });
assert.deepStrictEqual(parseFilter('{"open": true}'), { open: true });
assert.deepStrictEqual(parseFilter(""), {});
assert.deepStrictEqual(parseFilter(undefined), {});
