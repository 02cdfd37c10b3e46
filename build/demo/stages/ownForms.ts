import { join } from 'node:path';
import { type Desk, FOLDERS, type Step, typed } from '../desk.ts';
import { ownFinalList, ownReport } from '../ownForms.ts';
import { LAST_DAY } from '../story.ts';

/** Beside the papers in the program's own form. */
export const OWN_FORMS = join(FOLDERS.papers, '本单位模板');

/** The office brings its own 附表5 and its own report head: checked, used, and the papers made in them. */
export const ownFormSteps = (desk: Desk): readonly Step[] => [
  {
    title: '上传本单位的附表5（Excel）和报送报告（Word）模板，启用，用它们再做一遍',
    run: async () => {
      const { bureau, folder } = desk;
      const forms = [
        ['finalList', await typed(desk, '本单位附表5模板.xlsx', await ownFinalList())],
        ['report', await typed(desk, '本单位报送报告模板.docx', await ownReport())],
      ] as const;
      for (const [paper, file] of forms) {
        await bureau.run(LAST_DAY, ['templates', 'check', file, '--paper', paper]);
        await bureau.run(LAST_DAY, ['templates', 'use', file, '--paper', paper]);
      }
      const papers = ['--paper', 'finalList', '--paper', 'writing'];
      await bureau.run(LAST_DAY, ['documents', ...papers, '--out', join(folder, OWN_FORMS)]);
    },
  },
];
