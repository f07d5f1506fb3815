const assert = require("assert");
const { follow } = require("./program.js");

for (const link of [
  "https://evil.test/?books.example",
  "https://books.example.evil.test/",
  "https://books.example@evil.test/",
  "https://evil.test/books.example/new",
  "https://notbooks.example/",
]) {
  let target;
  try {
    target = new URL(follow({}, link));
  } catch {
    continue;
  }
  assert(["books.example", "films.example", "news.example"].includes(target.hostname), `${link} leads to ${target}`);
}
