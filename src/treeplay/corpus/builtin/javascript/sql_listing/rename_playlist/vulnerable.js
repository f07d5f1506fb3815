module.exports = { renamePlaylist };

/**
 * Sets the title of the row of playlists with this id (a number), by db.run(sql, params), which gives
 * { changes } with the number of changed rows. Returns whether a row was changed.
 */
function renamePlaylist(db, id, title) {
// treeplay: complete below
  const wanted = title.trim();
  const result = db.run(`UPDATE playlists SET title = "${wanted}" WHERE id = ${id}`);
  return result.changes === 1;
}
