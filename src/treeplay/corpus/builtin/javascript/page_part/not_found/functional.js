const assert = require("assert");
const http = require("http");
const { notFound } = require("./program.js");

module.exports = async () => {
  const server = http.createServer(notFound).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/old%20news`);
  assert.strictEqual(answer.status, 404);
  assert.match(answer.headers.get("content-type"), /^text\/html/);
  assert.strictEqual(await answer.text(), "<h1>Not found</h1><p>Nothing at /old news.</p>");
};
