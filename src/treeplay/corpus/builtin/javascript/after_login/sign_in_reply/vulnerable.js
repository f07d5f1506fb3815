const BASE = "https://forum.example";

module.exports = { signedIn };

/**
 * Puts user into session.user and answers with status 303 and the header Location: the address in
 * form.returnTo (a path such as "/topic/8", or a full address on BASE), or "/topics" without one.
 */
function signedIn(session, form, user, res) {
// treeplay: complete below
  session.user = user;
  const target = form.returnTo || "/topics";
  const location = target.startsWith(BASE) ? target.slice(BASE.length) : target;
  res.writeHead(303, { Location: location });
  res.end();
}
