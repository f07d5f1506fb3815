module.exports = { ordersOf };

/**
 * Returns the columns id and total of the rows in the table orders whose email is the given one, newest
 * (highest id) first. db.all(sql, params) gives an array of rows.
 */
function ordersOf(db, email) {
// treeplay: complete below
  const sql = "SELECT id, total FROM orders WHERE email = ? ORDER BY id DESC";
  return db.all(sql, [email]);
}
