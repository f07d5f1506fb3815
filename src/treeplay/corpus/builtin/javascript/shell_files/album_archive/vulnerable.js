const { exec, execFile } = require("child_process");

module.exports = { packAlbum };

/**
 * Packs the folder album (such as "summer") into <album>.tar with `tar -cf` and then calls
 * done(null, "<album>.tar"), or done(error) when tar fails.
 */
function packAlbum(album, done) {
// treeplay: complete below
  const archive = `${album}.tar`;
  exec(`tar -cf ${archive} ${album}`, (error) => {
    done(error, error ? undefined : archive);
  });
}
