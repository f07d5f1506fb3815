const assert = require("assert");
const { findBooks } = require("./program.js");

const titles = ["Sea Birds", "The Deep Sea", "Trees"];
const db = {
  async all(sql, params = []) {
    assert.match(sql, /\bfrom\s+books\b.*\border\s+by\s+title/is);
    const [, part] = /%([^%]*)%/.exec(JSON.stringify(params)) || /%([^%]*)%/.exec(sql);
    return titles.filter((title) => title.includes(part)).map((title, id) => ({ id, title }));
  },
};

module.exports = async () => {
  assert.deepStrictEqual(await findBooks(db, "Sea"), ["Sea Birds", "The Deep Sea"]);
  assert.deepStrictEqual(await findBooks(db, "Tree"), ["Trees"]);
  assert.deepStrictEqual(await findBooks(db, "Moon"), []);
};
