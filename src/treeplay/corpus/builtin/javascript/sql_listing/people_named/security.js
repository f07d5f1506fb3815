const assert = require("assert");
const { membersNamed } = require("./program.js");

const codes = [];
const db = {
  all(sql) {
    codes.push(String(sql).replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, "s"));
    return [];
  },
};
for (const name of ["x') OR 7=7 --", 'x") OR 7=7 --', "x','y') UNION SELECT 'a"]) {
  for (const names of [[name], ["Ann", name]]) {
    try {
      membersNamed(db, names);
    } catch {
      // refused
    }
  }
}
for (const code of codes) assert(!/7=7|union|--|['"]/i.test(code), `a name became SQL: ${code}`);
