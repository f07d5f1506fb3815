const assert = require("assert");
const { formObject } = require("./program.js");

const json = (text) => JSON.stringify(formObject(text));
assert.strictEqual(
  json("name=Ann&address[city]=Rome&address[zip]=00100"),
  '{"name":"Ann","address":{"city":"Rome","zip":"00100"}}',
);
assert.strictEqual(json("a[b]=1&bad[=2"), '{"a":{"b":"1"}}');
assert.strictEqual(json(""), "{}");
