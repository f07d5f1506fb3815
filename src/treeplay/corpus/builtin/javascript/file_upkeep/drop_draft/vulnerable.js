const { existsSync, unlinkSync } = require("fs");
const { join, resolve, dirname, relative } = require("path");

module.exports = { dropDraft };

/** Deletes the author's draft drafts/<author>/<slug>.md; false when there is no such draft, else true. */
function dropDraft(author, slug) {
// treeplay: complete below
  const home = resolve("drafts", author);
  const draft = join(home, `${slug}.md`);
  if (!existsSync(draft)) {
    return false;
  }
  unlinkSync(draft);
  return true;
}
