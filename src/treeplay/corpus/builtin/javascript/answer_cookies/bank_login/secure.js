const { randomUUID } = require("crypto");

module.exports = { finishLogin };

/**
 * Stores a new session id with the user in sessions (a Map from id to user) and answers with status 303,
 * Location "/accounts" and the id in the cookie "bank".
 */
function finishLogin(sessions, user, res) {
// treeplay: complete below
  const id = randomUUID();
  sessions.set(id, user);
  res.writeHead(303, {
    Location: "/accounts",
    "Set-Cookie": `bank=${id}; Secure; HttpOnly; SameSite=Strict; Path=/`,
  });
  res.end();
}
