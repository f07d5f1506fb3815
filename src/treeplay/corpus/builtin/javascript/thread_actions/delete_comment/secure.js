module.exports = { deleteMine };

/**
 * Handles DELETE /comments/<id>: removes the comment of the user (req.user) with the id req.params.id from
 * comments, an object { <id>: { author, text } }. Returns the status: 204, or 404 if the user has none such.
 */
function deleteMine(req, comments) {
// treeplay: complete below
  const { id } = req.params;
  if (comments[id]?.author !== req.user) {
    return 404;
  }
  delete comments[id];
  return 204;
}
