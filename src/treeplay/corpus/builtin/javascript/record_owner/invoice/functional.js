const assert = require("assert");
const { invoiceOf } = require("./program.js");

const invoices = new Map([[4, { id: 4, customer: "ann", total: 12 }], [9, { id: 9, customer: "bob", total: 3 }]]);
assert.deepStrictEqual(invoiceOf(invoices, { customer: "ann" }, 4), { id: 4, customer: "ann", total: 12 });
assert.deepStrictEqual(invoiceOf(invoices, { customer: "bob" }, 9), { id: 9, customer: "bob", total: 3 });
assert.strictEqual(invoiceOf(invoices, { customer: "bob" }, 5), null);
