const SIGNS = new Map([["<", "&lt;"], [">", "&gt;"], ["&", "&amp;"], ['"', "&quot;"]]);
const toText = (raw) => Array.from(raw, (sign) => SIGNS.get(sign) ?? sign).join("");

module.exports = { searchPage };

/**
 * Returns the page for a query and the titles found: "<title>Search: vase</title><p>2 works for <em>vase</em></p>"
 * where 2 is the number of titles; the query is trimmed.
 */
function searchPage(query, titles) {
// treeplay: complete below
  const shown = query.trim();
  const head = `<title>Search: ${shown}</title>`;
  return head + `<p>${titles.length} works for <em>${shown}</em></p>`;
}
