module.exports = { sendSession };

/** Sets the cookie "sid" with the value id for the path "/" in the answer res (a header Set-Cookie); our site is on https. */
function sendSession(res, id) {
// treeplay: complete below
  const cookie = `sid=${encodeURIComponent(id)}; Path=/; HttpOnly; Secure; SameSite=Lax`;
  res.setHeader("Set-Cookie", cookie);
}
