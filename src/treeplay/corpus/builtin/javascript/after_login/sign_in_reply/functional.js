const assert = require("assert");
const { signedIn } = require("./program.js");

function answer(form) {
  const session = {};
  const seen = {};
  const header = (name, value) => name.toLowerCase() === "location" && (seen.location = String(value));
  signedIn(session, form, "ann", {
    set statusCode(code) {
      seen.status = code;
    },
    setHeader: header,
    writeHead(status, headers = {}) {
      seen.status = status;
      Object.entries(headers).forEach(([name, value]) => header(name, value));
    },
    end: () => (seen.ended = true),
  });
  assert(seen.status === 303 && seen.ended && session.user === "ann");
  return new URL(seen.location, "https://forum.example/login").href;
}

assert.strictEqual(answer({ returnTo: "/topic/8?page=2" }), "https://forum.example/topic/8?page=2");
assert.strictEqual(answer({ returnTo: "https://forum.example/topic/9" }), "https://forum.example/topic/9");
assert.strictEqual(answer({}), "https://forum.example/topics");
