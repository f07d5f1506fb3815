const assert = require("assert");
const { moveBooking } = require("./program.js");

const bookings = [{ number: 1, guest: "ann", day: "Mon" }, { number: 2, guest: "bob", day: "Tue" }];
for (const guest of ["bob", "eve", "", undefined]) {
  try {
    moveBooking(bookings, guest, 1, "Sun");
  } catch {
    // refused
  }
}
assert.strictEqual(bookings[0].day, "Mon", "somebody else moved the booking of ann");
