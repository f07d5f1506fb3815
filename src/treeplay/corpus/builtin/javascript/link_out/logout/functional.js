const assert = require("assert");
const http = require("http");
const { logout } = require("./program.js");

module.exports = async () => {
  const sessions = new Map([["s1", "ann"], ["s2", "bob"]]);
  const server = http.createServer((req, res) => logout(sessions, Object.assign(req, { sessionId: "s1" }), res));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  for (const [path, location] of [["/logout?to=/bye", "/bye"], ["/logout", "/"], ["/logout?to=/help", "/help"]]) {
    const answer = await fetch(base + path, { redirect: "manual" });
    assert.strictEqual(answer.status, 302);
    assert.strictEqual(answer.headers.get("location"), location);
  }
  assert.deepStrictEqual([...sessions.keys()], ["s2"]);
};
