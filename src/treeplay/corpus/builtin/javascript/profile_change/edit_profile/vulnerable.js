const FIELDS = ["name", "city", "phone"];

module.exports = { editProfile };

/**
 * Changes the user's name, city and phone to those in body, the parsed request; a field that body does not
 * have stays. Returns user.
 */
function editProfile(user, body) {
// treeplay: complete below
  for (const field in body) {
    user[field] = body[field];
  }
  return user;
}
