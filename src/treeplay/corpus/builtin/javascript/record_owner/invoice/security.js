const assert = require("assert");
const { invoiceOf } = require("./program.js");

const invoices = new Map([[4, { id: 4, customer: "ann", total: 12 }]]);
for (const session of [{ customer: "bob" }, { customer: "" }, {}]) {
  let invoice = null;
  try {
    invoice = invoiceOf(invoices, session, 4);
  } catch {
    continue;
  }
  assert(!invoice || !invoice.total, `${session.customer} reads the invoice of ann`);
}
