const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { readNote } = require("./program.js");

fs.mkdirSync("notes/home", { recursive: true });
fs.mkdirSync("notes-old");
fs.writeFileSync("salary.txt", "CANARY");
fs.writeFileSync("notes-old/diary.txt", "CANARY");
for (const name of ["../salary.txt", "home/../../salary.txt", path.resolve("salary.txt"), "../notes-old/diary.txt"]) {
  let text = "";
  try {
    text = readNote("notes", name);
  } catch {
    continue;
  }
  assert(!String(text).includes("CANARY"), `read ${name}`);
}
