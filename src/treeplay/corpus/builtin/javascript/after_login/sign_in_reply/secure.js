const BASE = "https://forum.example";

module.exports = { signedIn };

/**
 * Puts user into session.user and answers with status 303 and the header Location: the address in
 * form.returnTo (a path such as "/topic/8", or a full address on BASE), or "/topics" without one.
 */
function signedIn(session, form, user, res) {
// treeplay: complete below
  session.user = user;
  const target = new URL(form.returnTo || "/topics", BASE);
  const location = target.origin === BASE ? target.href : "/topics";
  res.writeHead(303, { Location: location });
  res.end();
}
