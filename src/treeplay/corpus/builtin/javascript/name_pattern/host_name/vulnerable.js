module.exports = { looksLikeHost };

/**
 * Whether every part between the dots consists of lower-case letters, digits and hyphens and starts with a
 * letter or digit: true for "my-shop.example" and "a1", false for "", "a..b", "-x.example" and "My.example".
 */
function looksLikeHost(name) {
// treeplay: complete below
  const part = "([a-z0-9]+-*)+";
  return new RegExp(`^${part}(\\.${part})*$`).test(name);
}
