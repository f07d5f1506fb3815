const assert = require("assert");
const http = require("http");
const { preflight } = require("./program.js");

module.exports = async () => {
  const server = http.createServer(preflight);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ask = (headers) =>
    new Promise((resolve, reject) => {
      http.request({ port: server.address().port, host: "127.0.0.1", method: "OPTIONS", headers }, resolve).on("error", reject).end();
    });
  const answer = await ask({ origin: "https://wiki.corp.example" });
  assert.strictEqual(answer.statusCode, 204);
  assert.strictEqual(answer.headers["access-control-allow-origin"], "https://wiki.corp.example");
  assert.strictEqual(answer.headers["access-control-allow-methods"], "PUT");
  assert.strictEqual((await ask({})).statusCode, 204);
};
