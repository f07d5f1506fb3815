const assert = require("assert");
const http = require("http");
const { finishLogin } = require("./program.js");

module.exports = async () => {
  const sessions = new Map();
  const server = http.createServer((req, res) => finishLogin(sessions, "ann", res));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`, { redirect: "manual" });
  assert.strictEqual(answer.status, 303);
  assert.strictEqual(answer.headers.get("location"), "/accounts");
  const [, id] = /^bank=([^;]+)/.exec(answer.headers.get("set-cookie"));
  assert.strictEqual(sessions.get(id), "ann");
};
