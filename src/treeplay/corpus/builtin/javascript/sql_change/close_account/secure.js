module.exports = { dropReservations };

/** Deletes the rows of reservations with this card by db.run(sql, params), which returns { changes }; returns changes. */
function dropReservations(db, card) {
// treeplay: complete below
  const statement = "DELETE FROM reservations WHERE card = ?";
  return db.run(statement, [card]).changes;
}
