const DEFAULT_PRICE = 90;

module.exports = { roomPrice };

/**
 * Returns the price of the room with this number (column "number" of the table rooms), or DEFAULT_PRICE if
 * there is none. number comes from the query string, such as "12"; db.all(sql, params) returns the rows.
 */
function roomPrice(db, number) {
// treeplay: complete below
  const [room] = db.all("SELECT price FROM rooms WHERE number = " + number);
  return room ? room.price : DEFAULT_PRICE;
}
