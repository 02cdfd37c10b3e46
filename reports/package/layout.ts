/**
 * Where things lie in a package. `data/` is the payload: what the bureau hands up. Beside it lie the tag files.
 *
 * 报送清单.pdf prints the digest of the payload manifest, so it cannot itself be payload. submission.json describes the
 * payload and is read before it, so it is a tag file too; `sha256sum -c tagmanifest-sha256.txt` covers both. To let the
 * code on the signed paper vouch for submission.json as well, 00_请先看.txt, which is payload, states its SHA-256.
 */
export const BAGIT = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const SUBMISSION = 'submission.json';
export const LISTING = '报送清单.pdf';
export const DATA = 'data/';
export const README = 'data/00_请先看.txt';

/** What our own packages must carry beside the payload, all of it listed in the tag manifest. */
export const REQUIRED_TAGS: readonly string[] = [BAGIT, BAG_INFO, MANIFEST, SUBMISSION, LISTING];

/** Begins `Bag-Software-Agent`; a package that says so is held to our own, stricter rules. */
export const SOFTWARE = 'workshop-desk';
