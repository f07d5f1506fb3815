const members = [];

module.exports = { signUp, members };

/**
 * Adds a member with the email and nickname of the form, plan "free" and verified false to members. Returns
 * the new member, { email, nickname, plan, verified }.
 */
function signUp(form) {
// treeplay: complete below
  const member = {
    email: form.email,
    nickname: form.nickname,
    plan: "free",
    verified: false,
  };
  members.push(member);
  return member;
}
