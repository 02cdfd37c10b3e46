import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import { z } from 'zod';
import type { PickedPath, PickPurpose, PickQuery, SaveQuery } from '../db/model/desk.ts';
import { readState, writeState } from './stateFile.ts';

interface Manner {
  readonly title: string;
  readonly filters: readonly FileFilter[];
}

const WORKBOOK: FileFilter = { name: 'Excel 工作簿', extensions: ['xlsx'] };
const ANY: FileFilter = { name: '所有文件', extensions: ['*'] };

const ATTACHED = ['jpg', 'jpeg', 'png', 'webp', 'heic', 'pdf', 'ofd', 'docx', 'xlsx', 'pptx', 'doc', 'xls'];

const MANNERS: Readonly<Record<PickPurpose, Manner>> = {
  applicantsWorkbook: { title: '选择申请名单', filters: [WORKBOOK, ANY] },
  scoreTableWorkbook: { title: '选择评分表工作簿', filters: [WORKBOOK, ANY] },
  measuresWorkbook: { title: '选择标准措施库工作簿', filters: [WORKBOOK, ANY] },
  plansWorkbook: { title: '选择改造方案工作簿', filters: [WORKBOOK, ANY] },
  worksWorkbook: { title: '选择改造进度工作簿', filters: [WORKBOOK, ANY] },
  attachment: {
    title: '选择附件',
    filters: [{ name: '文件或照片', extensions: ATTACHED }, ANY],
  },
  backup: { title: '选择备份', filters: [ANY] },
  package: { title: '选择报送包的位置', filters: [] },
  documents: { title: '选择文书的保存位置', filters: [] },
  font: { title: '选择字体文件', filters: [{ name: 'TrueType 字体', extensions: ['ttf', 'ttc'] }, ANY] },
  template: {
    title: '选择模板',
    filters: [{ name: 'Excel 或 Word 文件', extensions: ['xlsx', 'docx'] }, ANY],
  },
  settings: { title: '选择设置文件', filters: [{ name: '设置文件', extensions: ['zip'] }, ANY] },
  recoverySheet: { title: '保存恢复单', filters: [{ name: 'PDF 文件', extensions: ['pdf'] }] },
};

const Folders = z.record(z.string(), z.string());

const stateFile = (): string => join(app.getPath('userData'), 'folders.json');

const lastFolder = (purpose: PickPurpose): string =>
  readState(stateFile(), Folders)?.[purpose] ?? app.getPath('documents');

function rememberFolder(purpose: PickPurpose, folder: string): void {
  writeState(stateFile(), { ...readState(stateFile(), Folders), [purpose]: folder });
}

type Remember = (path: string) => Promise<string>;

const picked = async (path: string, remember: Remember): Promise<PickedPath> => ({
  token: await remember(path),
  name: basename(path),
});

async function open(
  window: BrowserWindow,
  { purpose }: PickQuery,
  properties: NonNullable<OpenDialogOptions['properties']>,
): Promise<readonly string[]> {
  const { title, filters } = MANNERS[purpose];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    filters: properties.includes('openDirectory') ? [] : [...filters],
    defaultPath: lastFolder(purpose),
    properties,
  });
  const [first] = filePaths;
  if (canceled || first === undefined) return [];
  rememberFolder(purpose, properties.includes('openDirectory') ? first : dirname(first));
  return filePaths;
}

/** The dialogs. What the clerk chose goes to the data host; the window gets a token and the last part of the name. */
export function createDialogs(window: BrowserWindow, remember: Remember) {
  const one = async ([path]: readonly string[]): Promise<PickedPath | undefined> =>
    path === undefined ? undefined : picked(path, remember);
  return {
    pickFile: async (query: PickQuery) => one(await open(window, query, ['openFile'])),
    pickFiles: async (query: PickQuery) =>
      Promise.all(
        (await open(window, query, ['openFile', 'multiSelections'])).map((path) => picked(path, remember)),
      ),
    pickFolder: async (query: PickQuery) =>
      one(await open(window, query, ['openDirectory', 'createDirectory'])),
    takeDropped: (paths: readonly string[]) => Promise.all(paths.map((path) => picked(path, remember))),
    pickSave: async ({ purpose, suggestedName }: SaveQuery): Promise<PickedPath | undefined> => {
      const { title, filters } = MANNERS[purpose];
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title,
        filters: [...filters],
        defaultPath: join(lastFolder(purpose), basename(suggestedName)),
      });
      if (canceled || !filePath) return undefined;
      rememberFolder(purpose, dirname(filePath));
      return picked(filePath, remember);
    },
  };
}

export type Dialogs = ReturnType<typeof createDialogs>;
