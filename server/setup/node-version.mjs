/** The oldest Node that everything here runs on; package.json says the same in `engines`. */
const oldest = [20, 19];

/**
 * Why this Node can't run Bookpane, in a sentence, or null when it can. Written in words that old versions of Node understand, since
 * they are the ones that have to read it.
 */
export function complaintAboutNode(version) {
  const [major, minor] = version.split('.').map(Number);
  const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  if (isNewEnough) return null;
  return `Bookpane needs Node ${oldest.join('.')} or newer; this is Node ${version}. Get a newer one at https://nodejs.org and start again.`;
}
