module.exports = { invoiceOf };

/**
 * Returns the invoice with this id, { id, customer, total }, out of invoices (a Map by id), for the customer
 * whose name is session.customer; null when that customer has no such invoice.
 */
function invoiceOf(invoices, session, id) {
// treeplay: complete below
  const invoice = invoices.get(id);
  if (!invoice || !session.customer) {
    return null;
  }
  return invoice;
}
