const assert = require("assert");
const { loadFeed } = require("./program.js");

const loaded = [];
for (const feed of [
  "https://evilcampus.example/a.ics",
  "https://campus.example.evil.test/a.ics",
  "https://10.0.0.5/campus.example",
  "https://sport.campus.example@10.0.0.5/",
]) {
  try {
    loadFeed(feed, (wanted) => loaded.push(new URL(wanted).hostname));
  } catch {
    // refused
  }
}
for (const host of loaded) assert(/(^|\.)campus\.example$/.test(host), `loaded from ${host}`);
