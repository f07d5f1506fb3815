const assert = require("assert");
const { ordersOf } = require("./program.js");

const orders = { "ann@a.org": [{ id: 9, total: 5 }, { id: 4, total: 12 }], "bob@b.org": [{ id: 7, total: 3 }] };
const db = {
  all(sql, params = []) {
    assert.match(sql, /^\s*select\b.*\bfrom\s+orders\s+where\b.*order\s+by\s+id\s+desc/is);
    const query = sql + JSON.stringify(params);
    return Object.keys(orders).filter((email) => query.includes(email)).flatMap((email) => orders[email]);
  },
};
assert.deepStrictEqual(ordersOf(db, "ann@a.org"), orders["ann@a.org"]);
assert.deepStrictEqual(ordersOf(db, "bob@b.org"), orders["bob@b.org"]);
assert.deepStrictEqual(ordersOf(db, "eve@e.org"), []);
