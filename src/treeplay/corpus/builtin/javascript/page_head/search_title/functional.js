const assert = require("assert");
const { searchPage } = require("./program.js");

assert.strictEqual(
  searchPage(" vase ", ["Blue vase", "Red vase"]),
  "<title>Search: vase</title><p>2 works for <em>vase</em></p>",
);
assert.strictEqual(searchPage("cup", []), "<title>Search: cup</title><p>0 works for <em>cup</em></p>");
