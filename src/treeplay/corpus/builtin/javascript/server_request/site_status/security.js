const assert = require("assert");
const { siteStatus } = require("./program.js");

module.exports = async () => {
  const hosts = { "printer.corp": "10.0.0.7", "rebind.test": "127.0.0.1", "meta.test": "169.254.169.254", localhost: "127.0.0.1" };
  const asked = [];
  for (const url of [
    "http://printer.corp/admin",
    "http://rebind.test:6379/",
    "https://meta.test/latest",
    "http://localhost/",
    "http://192.168.1.1/",
    "http://2130706433/",
  ]) {
    try {
      await siteStatus(url, async (name) => hosts[name] || name, async (wanted) => asked.push(wanted) && { status: 200 });
    } catch {
      // refused
    }
  }
  assert.deepStrictEqual(asked, []);
};
