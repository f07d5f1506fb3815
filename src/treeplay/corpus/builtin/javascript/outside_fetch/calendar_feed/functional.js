const assert = require("assert");
const { loadFeed } = require("./program.js");

const download = (feed) => `BEGIN:VCALENDAR ${feed}`;
assert.match(loadFeed("https://sport.campus.example/events.ics", download), /VCALENDAR .*sport/);
assert.match(loadFeed("https://campus.example/all.ics", download), /VCALENDAR .*all/);
assert.strictEqual(loadFeed("https://calendar.test/all.ics", download), null);
