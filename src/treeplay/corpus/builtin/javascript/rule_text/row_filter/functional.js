const assert = require("assert");
const { rowsWhere } = require("./program.js");

const rows = [{ age: 31, size: 4 }, { age: 30, size: 9 }, { age: 12, size: 9 }];
assert.deepStrictEqual(rowsWhere(rows, "age > 30"), [rows[0]]);
assert.deepStrictEqual(rowsWhere(rows, "age < 31"), [rows[1], rows[2]]);
assert.deepStrictEqual(rowsWhere(rows, "size == 9"), [rows[1], rows[2]]);
