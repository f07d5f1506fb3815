const assert = require("assert");
const { membersNamed } = require("./program.js");

const members = ["Ann", "Bob", "Cy"].map((name, id) => ({ id, name }));
const db = {
  all(sql, params = []) {
    assert.match(sql, /\bfrom\s+members\b/i);
    const asked = (params.length ? JSON.stringify(params) : sql).match(/\w+/g);
    return members.filter((member) => asked.includes(member.name));
  },
};
assert.deepStrictEqual(membersNamed(db, ["Ann", "Cy"]), [members[0], members[2]]);
assert.deepStrictEqual(membersNamed(db, ["Bob"]), [members[1]]);
assert.deepStrictEqual(membersNamed(db, ["Zoe"]), []);
