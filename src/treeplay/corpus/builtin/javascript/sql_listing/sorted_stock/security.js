const assert = require("assert");
const { stockSortedBy } = require("./program.js");

const seen = [];
const db = { all: (sql) => seen.push(String(sql)) && [] };
for (const column of [
  "(CASE WHEN (SELECT 1 FROM users WHERE admin) THEN name ELSE price END)",
  "name; DROP TABLE stock --",
  "name, (SELECT password FROM users)",
  'name" , (SELECT password FROM users) --',
]) {
  try {
    stockSortedBy(db, column);
  } catch {
    // refused
  }
}
for (const sql of seen) assert(!/users|drop|case|--/i.test(sql), `the column became SQL: ${sql}`);
