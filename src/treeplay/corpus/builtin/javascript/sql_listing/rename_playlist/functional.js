const assert = require("assert");
const { renamePlaylist } = require("./program.js");

const titles = new Map([[4, "Old"]]);
const db = {
  run(sql, params = []) {
    assert.match(sql, /^\s*update\s+playlists\s+set\s+title\b/i);
    const text = (sql + JSON.stringify(params)).replace(/\\/g, "");
    const id = Number(/\d+/.exec(text.replace(/'[^']*'|"[^"]*"/g, ""))[0]);
    if (!titles.has(id)) return { changes: 0 };
    titles.set(id, /Morning run/.test(text) ? "Morning run" : text);
    return { changes: 1 };
  },
};
assert.strictEqual(renamePlaylist(db, 4, " Morning run "), true);
assert.strictEqual(titles.get(4), "Morning run");
assert.strictEqual(renamePlaylist(db, 5, "Evening"), false);
