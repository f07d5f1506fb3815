const PAGES = ["/", "/bye", "/login", "/help"];

module.exports = { logout };

/**
 * Removes the session with req.sessionId from sessions (a Map) and redirects (status 302) to the page
 * of ours that the parameter "to" of req.url names, such as "/logout?to=/bye"; to "/" without one.
 */
function logout(sessions, req, res) {
// treeplay: complete below
  const to = new URL(req.url, "http://localhost").searchParams.get("to");
  sessions.delete(req.sessionId);
  res.statusCode = 302;
  res.setHeader("Location", to || "/");
  res.end();
}
