module.exports = { loginCookie };

/**
 * Returns the text of a login cookie for our https site: name=value (percent-encoded), then "; Domain=<domain>"
 * if options.domain is given and "; Expires=<UTC date>" if options.expires, a Date, is given.
 */
function loginCookie(name, value, options = {}) {
// treeplay: complete below
  let text = `${name}=${encodeURIComponent(value)}`;
  if (options.domain) text += `; Domain=${options.domain}`;
  if (options.expires) text += `; Expires=${options.expires.toUTCString()}`;
  return text + "; Path=/; Secure; HttpOnly";
}
