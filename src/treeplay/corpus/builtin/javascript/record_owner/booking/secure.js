module.exports = { moveBooking };

/**
 * Sets the day of a guest's booking. bookings is a list of { number, guest, day }; returns true when the guest
 * had a booking with that number, which then has the new day, and false otherwise.
 */
function moveBooking(bookings, guest, number, day) {
// treeplay: complete below
  const booking = bookings.find((each) => each.number === number && each.guest === guest);
  if (booking) booking.day = day;
  return Boolean(booking);
}
