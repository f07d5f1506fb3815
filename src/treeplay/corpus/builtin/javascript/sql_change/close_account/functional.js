const assert = require("assert");
const { dropReservations } = require("./program.js");

const cards = ["L-17", "L-17", "L-20"];
const db = {
  run(sql, params = []) {
    assert.match(sql, /^\s*delete\s+from\s+reservations\s+where\s+card\b/i);
    const [card] = /L-\d+/.exec(sql + JSON.stringify(params)) || [];
    return { changes: cards.filter((each) => each === card).length };
  },
};
assert.strictEqual(dropReservations(db, "L-17"), 2);
assert.strictEqual(dropReservations(db, "L-20"), 1);
assert.strictEqual(dropReservations(db, "L-99"), 0);
