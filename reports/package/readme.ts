import type { Bureau } from '../../db/model/bureau.ts';
import { inChinese, isoDate } from '../../db/model/dates.ts';
import { monthInChinese } from '../../db/model/monthly.ts';
import type { SubmissionRecord } from '../../db/model/package.ts';
import { projectName } from '../documents/programme.ts';
import { DATA, LISTING, MANIFEST, SUBMISSION, TAG_MANIFEST } from './layout.ts';

/** What the package calls itself, here and in bag-info.txt. */
export const packageTitle = ({ campaign, kindLabel, sequence, period, replaces }: SubmissionRecord): string =>
  `${campaign.year}年${projectName(campaign.programmeName)} ${kindLabel}${period === undefined ? '' : `（${monthInChinese(period)}）`} 报送包（第${sequence}次报送${replaces ? '，更正' : ''}）`;

/** What a correction says on paper and in the package. */
const replacesText = ({ replaces }: Pick<SubmissionRecord, 'replaces'>): string =>
  replaces ? `更　　正：本报送包替换“${replaces.folderName}”，原因：${replaces.reason}` : '';

/** For a computer that has nothing but Windows: prints the files that are missing or differ, nothing if all agree. */
const POWERSHELL = `Get-Content ${MANIFEST} -Encoding UTF8 | ForEach-Object { $sum, $file = $_ -split '\\s+', 2; if ((Get-FileHash -LiteralPath $file).Hash -ne $sum) { "不一致：$file" } }`;

/** 00_请先看.txt: what the folder is, what is in it, how to check it with any tool. */
export function readmeText(
  record: SubmissionRecord,
  bureau: Bureau,
  files: readonly { readonly path: string; readonly title: string }[],
  submissionSha256: string,
): string {
  const lines = [
    packageTitle(record),
    '',
    `报送单位：${bureau.name}`,
    `接收单位：${bureau.cityBureau}`,
    `制作日期：${inChinese(isoDate(record.madeOn))}`,
    `联 系 人：${bureau.section} ${bureau.contactName}，电话 ${bureau.contactPhone}`,
    ...(record.replaces ? [replacesText(record)] : []),
    '',
    '一、这是什么',
    '本文件夹是按 BagIt 1.0（RFC 8493）格式制作的报送包，内含报送材料和校验文件。',
    '请整个文件夹一起复制、移交，不要增加、删除、改名或改动其中的文件；材料有误的，请联系报送单位重新制作。',
    '',
    '二、里面有什么',
    `报送材料（data 文件夹，连同本文件共${files.length + 1}个）：`,
    ...files.map((file) => `    ${file.path.slice(DATA.length)}    ${file.title}`),
    '其他文件：',
    `    ${LISTING}    随报送包一并报送的纸质清单，印有16位校验码`,
    `    ${SUBMISSION}    供程序读取的报送数据`,
    '    bagit.txt、bag-info.txt    格式声明和基本情况',
    `    ${MANIFEST}、${TAG_MANIFEST}    每个文件的 SHA-256 校验值`,
    '',
    '三、怎样核对（任选一种）',
    '1. 用“名特优小作坊创建工作台”：进入“报送”，点“校验报送包”，选择本文件夹。',
    '   缺少、多出或改动过的文件会逐个列出；显示的16位校验码应与纸质报送清单上的一致。',
    '2. 用其他支持 BagIt 1.0 的软件打开本文件夹进行校验。',
    '3. 在 Linux 终端进入本文件夹，执行下列命令，每行显示 OK（成功）即为一致：',
    `       sha256sum -c ${MANIFEST}`,
    `       sha256sum -c ${TAG_MANIFEST}`,
    '4. 在 Windows 的 PowerShell 中进入本文件夹，执行下列命令，没有任何输出即为一致：',
    `       ${POWERSHELL}`,
    '',
    `纸质清单上的校验码取自 ${MANIFEST} 的 SHA-256 值的前80位（Crockford Base32 编码）。`,
    `${SUBMISSION} 的 SHA-256 值：`,
    submissionSha256,
    '',
  ];
  return lines.join('\r\n');
}

/**
 * With a byte order mark, because the Notepad of older Windows takes UTF-8 without one for GBK; with CRLF for the same
 * reason. No program parses this file, save for the one line that `pinnedSubmissionSum` finds.
 */
export const readmeBytes = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`);

/** The digest of submission.json that a 00_请先看.txt states. */
export const pinnedSubmissionSum = (readme: string): string | undefined =>
  /submission\.json 的 SHA-256 值：\s*([0-9a-f]{64})\s*$/.exec(readme)?.[1];
