const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const encode = (value) => value.replace(/[&<>"']/g, (found) => ENTITIES[found]);

module.exports = { bookmarkList };

/**
 * Renders bookmarks, each with href (an http or https address) and title, as one line of HTML:
 * <ul><li><a href="https://a.example/">Sea</a></li></ul>
 */
function bookmarkList(bookmarks) {
// treeplay: complete below
  const items = bookmarks.map(
    ({ href, title }) => `<li><a href="${encode(href)}">${encode(title)}</a></li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}
