import { type Problem, problem } from '../problems.ts';
import { ABSENCES, ScoreLimits } from '../scoring/table.ts';
import { keysOf } from '../terms.ts';
import { cellText, type RawWorkbook } from './grid.ts';
import { compact, saysNothing, tidy } from './text.ts';

/** The lines of the sheet 设置 in a 评分表 workbook. */
export const SCORE_SETTINGS = {
  title: '名称',
  version: '版本',
  source: '来源',
  key: '关键项最多不符合（项）',
  major: '重点项最多不符合（项）',
  others: '重点项和一般项合计最多不符合（项）',
  absence: '合理缺项',
} as const;
type Setting = keyof typeof SCORE_SETTINGS;

const fault = (setting: Setting, found: string, said: string, expected: string): Problem => {
  const name = SCORE_SETTINGS[setting];
  return problem('scoreTable.limits', `工作表“设置”里的“${name}”：“${found}”${said}，应${expected}`, {
    field: name,
    found,
    expected,
  });
};

const UNLIMITED = /^(不限|无限制|没有限制)$/;

function readLimit(setting: 'key' | 'major' | 'others', found: string, problems: Problem[]): number | null {
  const text = compact(found).replace(/[项个]$/, '');
  if (saysNothing(text) || UNLIMITED.test(text)) return null;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  problems.push(fault(setting, found, '不是0至999的整数', '填如2，没有限定请留空'));
  return null;
}

function readAbsence(found: string, problems: Problem[]): ScoreLimits['absence'] {
  if (/折算/.test(found)) return 'scaled';
  const known = keysOf(ABSENCES).find((key) => found.includes(ABSENCES[key]));
  if (known) return known;
  if (!saysNothing(found)) {
    problems.push(fault('absence', found, '看不懂', `填${Object.values(ABSENCES).join('、')}之一`));
  }
  return 'full';
}

/** What the sheet 设置 says; a workbook without one limits nothing. */
export function readScoreSettings(workbook: RawWorkbook) {
  const rows = workbook.sheets.find((sheet) => sheet.name.trim() === '设置')?.rows ?? [];
  const said = new Map(
    rows.map(({ cells }) => [
      compact(cellText(cells[0], workbook.date1904)),
      tidy(cellText(cells[1], workbook.date1904)),
    ]),
  );
  const of = (setting: Setting): string => said.get(compact(SCORE_SETTINGS[setting])) ?? '';
  const faults: Problem[] = [];
  const limits = ScoreLimits.parse({
    key: readLimit('key', of('key'), faults),
    major: readLimit('major', of('major'), faults),
    others: readLimit('others', of('others'), faults),
    absence: readAbsence(of('absence'), faults),
  });
  return { head: { title: of('title'), version: of('version'), source: of('source') }, limits, faults };
}
