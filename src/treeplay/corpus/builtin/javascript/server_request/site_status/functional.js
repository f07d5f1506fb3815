const assert = require("assert");
const { siteStatus } = require("./program.js");

module.exports = async () => {
  const hosts = { "shop.test": "203.0.113.9", "blog.test": "198.51.100.4" };
  const resolveHost = async (name) => hosts[name];
  const get = async (url) => ({ status: String(url).includes("blog") ? 503 : 200 });
  assert.strictEqual(await siteStatus("https://shop.test/", resolveHost, get), 200);
  assert.strictEqual(await siteStatus("http://blog.test/feed", resolveHost, get), 503);
  assert.strictEqual(await siteStatus("ftp://shop.test/", resolveHost, get), 0);
};
