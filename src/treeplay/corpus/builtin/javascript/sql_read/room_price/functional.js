const assert = require("assert");
const { roomPrice } = require("./program.js");

const prices = { 12: 120, 31: 75 };
const db = {
  all(sql, params = []) {
    assert.match(sql, /\bfrom\s+rooms\b/i);
    const [number] = /\d+/.exec(JSON.stringify(params)) || /\d+/.exec(sql);
    return number in prices ? [{ price: prices[number] }] : [];
  },
};
assert.strictEqual(roomPrice(db, "12"), 120);
assert.strictEqual(roomPrice(db, "31"), 75);
assert.strictEqual(roomPrice(db, "99"), 90);
