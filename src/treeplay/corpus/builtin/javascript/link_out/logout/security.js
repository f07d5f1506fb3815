const assert = require("assert");
const { logout } = require("./program.js");

for (const to of ["https://evil.test/", "//evil.test/bye", "/\\evil.test", "https:evil.test", "https://evil.test/login"]) {
  let location = "/";
  const note = (name, value) => /^location$/i.test(name) && (location = String(value));
  const res = {
    setHeader: note,
    writeHead: (status, headers = {}) => Object.entries(headers).forEach(([name, value]) => note(name, value)),
    end() {},
  };
  try {
    logout(new Map(), { url: `/logout?to=${encodeURIComponent(to)}`, sessionId: "s1" }, res);
  } catch {
    continue;
  }
  assert.strictEqual(new URL(location, "https://our.example/logout").host, "our.example", `${to} leads to ${location}`);
}
