module.exports = { nextPage };

/** Returns query.next, the page of our shop such as "/cart?step=2" that asked for the login; "/" without one. */
function nextPage(query) {
// treeplay: complete below
  const next = query.next || "/";
  return next;
}
