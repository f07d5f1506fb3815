const assert = require("assert");
const { profileCard } = require("./program.js");

const tags = (html) => [...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map((match) => match[1].toLowerCase());

for (const text of ["<script>x()</script>", "<img src=x onerror=x()>", "</p></div><svg onload=x()>"]) {
  for (const member of [{ name: text, bio: "tea" }, { name: "Ann", bio: text }]) {
    let page = "";
    try {
      page = profileCard(member) || "";
    } catch {
      continue;
    }
    assert(tags(page).every((tag) => ["div", "h2", "p"].includes(tag)), page);
  }
}
