import { canonicalJson } from '../../db/canonical.ts';
import type { Bureau } from '../../db/model/bureau.ts';
import { checkCode } from '../../db/model/checkCode.ts';
import { isoDate } from '../../db/model/dates.ts';
import { packageFolderName, SubmissionRecord } from '../../db/model/package.ts';
import type { SubmissionListPaper } from '../../db/model/papers/office.ts';
import { privatePatternsIn } from '../../db/model/privateNumbers.ts';
import { ok, type Problem, problem, type Result, refuse } from '../../db/model/problems.ts';
import { collisionKey, payloadPathFault } from './bagPaths.ts';
import { sha256Of } from './hash.ts';
import { BAG_INFO, DATA, LISTING, MANIFEST, README, SOFTWARE, SUBMISSION, TAG_MANIFEST } from './layout.ts';
import { packageTitle, readmeBytes, readmeText } from './readme.ts';
import { type BagFile, bagInfoText, bagitFile, manifestText, oxumOf } from './tagText.ts';

export interface PackageFile {
  /** Relative to `data/`, with `/`; build names with `safeFileName`. */
  readonly path: string;
  /** What 00_请先看.txt and 报送清单 call it. */
  readonly title: string;
  readonly bytes: Uint8Array;
}

export interface PackageContent {
  readonly record: SubmissionRecord;
  readonly bureau: Bureau;
  readonly files: readonly PackageFile[];
  /** Makes 报送清单.pdf; asked once the payload manifest and with it the code are known. */
  readonly makeListing: (paper: SubmissionListPaper) => Promise<Result<Uint8Array>>;
}

/** A whole package in memory: nothing has been written yet, nothing is left to decide. */
export interface PreparedBag {
  readonly folderName: string;
  readonly files: readonly BagFile[];
  readonly manifestSha256: string;
  readonly manifestCode: string;
  readonly tagManifestSha256: string;
}

/** Lays out the package; refuses names that could not be written, opened or checked everywhere. */
export async function prepareBag(content: PackageContent): Promise<Result<PreparedBag>> {
  const problems = [...nameProblems(content.files), ...privateProblems(content)];
  if (problems.length > 0) return refuse(...problems);

  const { record, bureau } = content;
  const folderName = packageFolderName(
    record.bureau.name,
    record.campaign.year,
    record.kind,
    record.sequence,
  );
  const submission = { path: SUBMISSION, bytes: submissionBytes(record) };
  const papers = content.files.map((file) => ({ ...file, path: `${DATA}${file.path}` }));
  const readme = readmeText(record, bureau, papers, sha256Of(submission.bytes));
  const payload = [{ path: README, title: '本报送包的说明', bytes: readmeBytes(readme) }, ...papers];

  const manifest = { path: MANIFEST, bytes: manifestText(payload) };
  const manifestSha256 = sha256Of(manifest.bytes);
  const manifestCode = checkCode(manifestSha256);
  const listing = await content.makeListing(listingPaper(record, bureau, folderName, manifestCode, payload));
  if (!listing.ok) return listing;

  const tags = [
    bagitFile(),
    { path: BAG_INFO, bytes: bagInfo(content, folderName, payload) },
    manifest,
    submission,
    { path: LISTING, bytes: listing.value },
  ];
  const tagManifest = { path: TAG_MANIFEST, bytes: manifestText(tags) };
  return ok({
    folderName,
    files: [...payload, ...tags, tagManifest],
    manifestSha256,
    manifestCode,
    tagManifestSha256: sha256Of(tagManifest.bytes),
  });
}

function nameProblems(files: readonly PackageFile[]): readonly Problem[] {
  const seen = new Map([[collisionKey(README.slice(DATA.length)), README.slice(DATA.length)]]);
  return files.flatMap(({ path }) => {
    const fault = payloadPathFault(path);
    if (fault) {
      return [problem('package.badPath', `报送材料“${path}”的文件名不能使用：${fault}。`, { found: path })];
    }
    const other = seen.get(collisionKey(path));
    seen.set(collisionKey(path), path);
    if (other === undefined) return [];
    return [
      problem(
        'package.sameName',
        `报送材料“${path}”与“${other}”重名（Windows 不区分大小写），请改用不同的文件名。`,
        { found: path },
      ),
    ];
  });
}

/** A last net under the rule that no private number stands in a file name or in submission.json (design §6.1). */
function privateProblems({ files, record }: PackageContent): readonly Problem[] {
  const texts = [
    ...files.flatMap((file) => [file.path, file.title]),
    ...record.records.map((one) => one.name),
    ...(record.replaces ? [record.replaces.reason] : []),
  ];
  return texts
    .flatMap(privatePatternsIn)
    .map(({ kind, masked }) =>
      problem(
        'package.privateNumber',
        `报送材料的文件名或名称中有疑似${kind}的数字 ${masked}，没有生成报送包，请改名后重试。`,
        { found: masked },
      ),
    );
}

/** Canonical, so that the same submission gives the same bytes; the schema keeps out whatever does not belong. */
const submissionBytes = (record: SubmissionRecord): Uint8Array =>
  Buffer.from(`${canonicalJson(SubmissionRecord.parse(record))}\n`);

function bagInfo(
  { record, bureau }: PackageContent,
  folderName: string,
  payload: readonly BagFile[],
): Uint8Array {
  return bagInfoText([
    ['Source-Organization', bureau.name],
    ['Organization-Address', bureau.address],
    ['Contact-Name', `${bureau.section} ${bureau.contactName}`],
    ['Contact-Phone', bureau.contactPhone],
    ['External-Description', packageTitle(record)],
    ['External-Identifier', folderName],
    ['Bagging-Date', record.madeOn],
    ['Payload-Oxum', oxumOf(payload.map((file) => file.bytes.length))],
    ['Bag-Software-Agent', `${SOFTWARE} ${record.programVersion}`],
  ]);
}

const listingPaper = (
  record: SubmissionRecord,
  bureau: Bureau,
  folderName: string,
  manifestCode: string,
  payload: readonly (BagFile & { readonly title: string })[],
): SubmissionListPaper => ({
  paper: 'submissionList',
  bureau,
  year: record.campaign.year,
  programmeName: record.campaign.programmeName,
  kind: record.kind,
  month: record.period ?? null,
  replaces: record.replaces ?? null,
  folderName,
  madeOn: isoDate(record.madeOn),
  manifestCode,
  files: payload.map(({ path, title, bytes }) => ({ path, title, bytes: bytes.length })),
});
