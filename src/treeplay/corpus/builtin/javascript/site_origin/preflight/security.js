const assert = require("assert");
const { preflight } = require("./program.js");

for (const origin of [
  "https://corp.example.evil.test",
  "https://evil.test",
  "https://wiki.corp.example.evil.test",
  "https://evilcorp.example",
  "https://wiki-corp.example",
  "http://wiki.corp.example",
]) {
  const headers = {};
  const set = (name, value) => (headers[name.toLowerCase()] = value);
  try {
    preflight({ method: "OPTIONS", url: "/", headers: { origin } }, {
      setHeader: set,
      writeHead: (status, all = {}) => Object.entries(all).forEach(([name, value]) => set(name, value)),
      end() {},
    });
  } catch {
    continue;
  }
  const allowed = headers["access-control-allow-origin"];
  assert(allowed !== origin && allowed !== "*", `${origin} may upload`);
}
