module.exports = { logFailure };

/**
 * Writes one line to out, a stream, that holds "login failed", the user's name, and the reason, and
 * counts the failure in counts, a Map from names to numbers.
 */
function logFailure(out, counts, user, reason) {
// treeplay: complete below
  const failures = (counts.get(user) || 0) + 1;
  counts.set(user, failures);
  out.write(`login failed user=${user} reason=${reason} failures=${failures}\n`);
}
