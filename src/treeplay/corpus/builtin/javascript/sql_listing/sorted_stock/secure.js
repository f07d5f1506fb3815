module.exports = { stockSortedBy };

/**
 * Returns db.all(sql, params), the rows of the table stock in the order of one of its columns,
 * "name", "amount" or "price"; ascending, or descending if descending is true.
 */
function stockSortedBy(db, column, descending = false) {
// treeplay: complete below
  const order = ["name", "amount", "price"].includes(column) ? column : "name";
  const direction = descending ? "DESC" : "ASC";
  return db.all(`SELECT * FROM stock ORDER BY ${order} ${direction}`, []);
}
