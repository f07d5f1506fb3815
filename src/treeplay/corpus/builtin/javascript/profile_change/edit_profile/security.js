const assert = require("assert");
const { editProfile } = require("./program.js");

for (const body of [{ role: "admin" }, { city: "Oslo", role: "admin", id: 1 }, { credit: 1000 }]) {
  const user = { id: 7, name: "Ann", city: "Rome", phone: "1", role: "member" };
  try {
    editProfile(user, body);
  } catch {
    // refused
  }
  assert(user.id === 7 && user.role === "member" && !user.credit, JSON.stringify(user));
}
