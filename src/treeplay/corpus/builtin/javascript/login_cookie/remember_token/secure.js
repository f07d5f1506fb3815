const DAY = 24 * 60 * 60;

module.exports = { rememberCookie };

/** Returns the Set-Cookie value for the login token: name "remember", valid for the given number of days (Max-Age), path "/". */
function rememberCookie(token, days) {
// treeplay: complete below
  return [
    `remember=${token}`,
    `Max-Age=${days * DAY}`,
    "Path=/",
    "HttpOnly",
    "Secure",
    "SameSite=Strict",
  ].join("; ");
}
