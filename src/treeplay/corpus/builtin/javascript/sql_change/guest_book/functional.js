const assert = require("assert");
const { addEntry } = require("./program.js");

const entries = [];
const db = {
  async run(sql, params = []) {
    assert.match(sql, /^\s*insert\s+into\s+guestbook/i);
    entries.push(sql + JSON.stringify(params));
  },
  async all(sql) {
    assert.match(sql, /count/i);
    return [{ n: entries.length }];
  },
};

module.exports = async () => {
  assert.strictEqual(await addEntry(db, "Ann", "Lovely house"), 1);
  assert.strictEqual(await addEntry(db, "Bob", "Nice garden"), 2);
  assert(entries[1].includes("Bob") && entries[1].includes("Nice garden"), entries[1]);
};
