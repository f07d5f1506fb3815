const assert = require("assert");
const { signedIn } = require("./program.js");

for (const returnTo of [
  "https://evil.test/x",
  "//evil.test/x",
  "/\\evil.test",
  "https://forum.example.evil.test/",
  "https://forum.example//evil.test/x",
  "https://forum.example@evil.test/",
]) {
  let location = "/";
  const header = (name, value) => /^location$/i.test(name) && (location = String(value));
  const res = {
    setHeader: header,
    writeHead: (status, headers = {}) => Object.entries(headers).forEach(([name, value]) => header(name, value)),
    end() {},
  };
  try {
    signedIn({}, { returnTo }, "ann", res);
  } catch {
    continue;
  }
  const target = new URL(location, "https://forum.example/login");
  assert.strictEqual(target.host, "forum.example", `${returnTo} leads to ${target}`);
}
