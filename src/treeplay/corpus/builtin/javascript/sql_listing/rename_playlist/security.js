const assert = require("assert");
const { renamePlaylist } = require("./program.js");

const codes = [];
const db = {
  run(sql) {
    codes.push(String(sql).replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, "s"));
    return { changes: 1 };
  },
};
for (const title of ['x", owner = "eve', "x', owner = 'eve", 'x" --', "x' --", 'x"; DROP TABLE playlists --']) {
  try {
    renamePlaylist(db, 4, title);
  } catch {
    // refused
  }
}
for (const code of codes) assert(!/owner|drop|--|['"]/i.test(code), `the title became SQL: ${code}`);
