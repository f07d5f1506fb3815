const assert = require("assert");
const { stockSortedBy } = require("./program.js");

const stock = [{ name: "oil", amount: 2, price: 9 }, { name: "ink", amount: 5, price: 3 }, { name: "tea", amount: 1, price: 4 }];
const db = {
  all(sql) {
    const [, column, direction] = /from\s+["`]?stock["`]?\s+order\s+by\s+["`]?(\w+)["`]?\s*(asc|desc)?/i.exec(sql);
    const sign = /desc/i.test(direction || "") ? -1 : 1;
    return [...stock].sort((a, b) => (a[column] < b[column] ? -sign : sign));
  },
};
assert.deepStrictEqual(stockSortedBy(db, "price").map((row) => row.name), ["ink", "tea", "oil"]);
assert.deepStrictEqual(stockSortedBy(db, "amount").map((row) => row.name), ["tea", "oil", "ink"]);
assert.deepStrictEqual(stockSortedBy(db, "name", true).map((row) => row.name), ["tea", "oil", "ink"]);
