const { appendFile } = require("fs/promises");

const stamp = (seconds) => new Date(seconds * 1000).toISOString();

module.exports = { record };

/**
 * Adds a message { at, nick, text } to the transcript file as one line: "<stamp(at)> <nick>> <text>".
 * Resolves to the line, without the line break.
 */
async function record(transcript, message) {
// treeplay: complete below
  const { nick, text } = message;
  const line = `${stamp(message.at)} ${nick}> ${text}`;
  await appendFile(transcript, `${line}\n`);
  return line;
}
