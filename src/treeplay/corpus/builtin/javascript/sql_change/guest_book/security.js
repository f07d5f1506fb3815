const assert = require("assert");
const { addEntry } = require("./program.js");

module.exports = async () => {
  const evil = ["x'), ('boss', 'forged", 'x"), ("boss", "forged', "x'); DELETE FROM guestbook --", 'x"); DELETE FROM guestbook --'];
  for (const [author, entry] of evil.flatMap((text) => [[text, "hi"], ["Eve", text]])) {
    const codes = [];
    const note = (sql) => codes.push(String(sql).replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, "s"));
    const db = { run: async (sql) => void note(sql), all: async (sql) => note(sql) && [{ n: 1 }] };
    await addEntry(db, author, entry).catch(() => {});
    for (const code of codes) assert(!/boss|forged|delete|\)\s*,\s*\(|--|['"]/i.test(code), `input became SQL: ${code}`);
  }
};
