module.exports = { openMessage };

/**
 * Resolves to the text of the message with the given key that was sent to user.name, after setting its "read"
 * to true; rejects when there is none. store.load(key) resolves to { to, from, text, read } or undefined,
 * store.save(key, message) saves it.
 */
async function openMessage(store, user, key) {
// treeplay: complete below
  const message = await store.load(key);
  if (!message) throw new Error("no such message");
  await store.save(key, { ...message, read: true });
  return message.text;
}
