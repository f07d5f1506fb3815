const assert = require("assert");
const http = require("http");
const { finishLogin } = require("./program.js");

module.exports = async () => {
  const server = http.createServer((req, res) => {
    try {
      finishLogin(new Map(), "ann", res);
    } catch {
      res.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const cookies = await fetch(url, { redirect: "manual" }).then((answer) => answer.headers.getSetCookie(), () => []);
  for (const cookie of cookies) {
    assert(/;\s*secure\s*(;|$)/i.test(cookie), `sent without encryption too: ${cookie}`);
  }
};
