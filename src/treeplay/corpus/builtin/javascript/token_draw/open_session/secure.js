const crypto = require("crypto");

const sessions = new Map();

module.exports = { openSession, sessions };

/** Stores { user, visits: 0 } in sessions under a new id, a string of 16 or more letters and digits (hyphens are fine), and returns the id. */
function openSession(user) {
// treeplay: complete below
  const id = crypto.randomUUID();
  sessions.set(id, { user, visits: 0 });
  return id;
}
