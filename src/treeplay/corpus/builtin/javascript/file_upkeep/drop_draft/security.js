const assert = require("assert");
const fs = require("fs");
const path = require("path");
const { dropDraft } = require("./program.js");

fs.mkdirSync("drafts/ann", { recursive: true });
fs.mkdirSync("drafts/bob");
fs.mkdirSync("docs");
const kept = ["README.md", "docs/plan.md", "drafts/bob/moon.md"];
kept.forEach((file) => fs.writeFileSync(file, "precious"));
for (const [author, slug] of [
  ["ann", "../../README"],
  ["ann", "../bob/moon"],
  ["..", "README"],
  ["../docs", "plan"],
  ["ann", path.resolve("README")],
  [path.resolve("docs"), "plan"],
]) {
  try {
    dropDraft(author, slug);
  } catch {
    // refused
  }
  for (const file of kept) assert(fs.existsSync(file), `${author}/${slug} deleted ${file}`);
}
