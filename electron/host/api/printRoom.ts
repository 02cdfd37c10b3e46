import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { audit } from '../../../db/audit.ts';
import { writeFileAtomic } from '../../../db/disk/files.ts';
import type { Progress } from '../../../db/model/contract/base.ts';
import type { BundleView } from '../../../db/model/contract/printRoom.ts';
import type { WorkshopId } from '../../../db/model/ids.ts';
import { carriesPrivateNumbers, type PrintMeans } from '../../../db/model/printing.ts';
import { problem, type Result } from '../../../db/model/problems.ts';
import { paperRecord } from '../../../db/papers/paperRecords.ts';
import { noteArchive, notePrints, type PrintedPaper, printLog } from '../../../db/papers/printLog.ts';
import { printOptions } from '../../../db/papers/printRoom.ts';
import { fileNameOf } from '../../../reports/fileNames.ts';
import { makeArchive, saveArchive } from '../../../reports/office/archive.ts';
import { makeOfficePaper, stemOf } from '../../../reports/office/papers.ts';
import { makeBundle, type PrintTools } from '../../../reports/office/printing.ts';
import { createBinder } from '../binder.ts';
import { logBug } from '../bugs.ts';
import type { HostContext } from '../context.ts';
import type { OpenCopy } from '../openedCopies.ts';
import type { PaperShop } from '../paperShop.ts';
import type { Session } from '../session.ts';
import { api, pathBehind, refused, reporting, unwrap } from './base.ts';

/** The joined file on the screen; another one takes its place. */
interface KeptBundle extends Omit<BundleView, 'papers'> {
  /** What the log says of it. */
  readonly content:
    | { readonly kind: 'papers'; readonly papers: readonly PrintedPaper[] }
    | { readonly kind: 'archive'; readonly workshopId: WorkshopId };
  readonly papers: number;
}

const stale = () => refused([problem('print.stale', '这个文件已不在，请重新生成后再打印、保存或打开')]);

const unconfirmed = () =>
  refused([
    problem('print.private', '这份材料含有个人信息，打开的副本在程序关闭前会留在本机；请确认后再打开'),
  ]);

/** Keeps the one bundle that is being looked at, and writes down what becomes of it. */
function createShelf(session: Pick<Session, 'office' | 'act'>) {
  let kept: KeptBundle | undefined;
  const find = (bundleId: string): KeptBundle => {
    if (kept?.bundleId !== bundleId) throw stale();
    return kept;
  };
  return {
    keep: (bundle: Omit<KeptBundle, 'bundleId'>): BundleView => {
      kept = { ...bundle, bundleId: randomUUID() };
      const { content: _content, ...view } = kept;
      return view;
    },
    find,
    note: (bundleId: string, means: PrintMeans): void => {
      const { content, fileName, pages } = find(bundleId);
      const office = session.office();
      unwrap(
        content.kind === 'papers'
          ? notePrints(office, content.papers, means, session.act())
          : noteArchive(
              office,
              { workshopId: content.workshopId, title: stemOf(fileName), pages },
              means,
              session.act(),
            ),
      );
    },
  };
}

export const printRoomApi = (
  context: HostContext,
  session: Pick<Session, 'office' | 'act'>,
  shop: PaperShop,
  openCopy: OpenCopy,
) => {
  const shelf = createShelf(session);
  const binder = createBinder(context, session);
  const onBug = logBug(context);
  const toolsOf = (signal: AbortSignal | undefined, report: (progress: Progress) => void): PrintTools => ({
    today: context.today(),
    make: shop.make,
    binder,
    onBug,
    report,
    signal,
  });
  /** A copy of private numbers lies open until the program ends, whatever becomes of it. */
  const noteCopy = (fileName: string): void =>
    audit(
      session.office(),
      session.act(),
      'private.copy',
      `为用系统查看器打开生成了“${stemOf(fileName)}”的副本（含个人信息）`,
    );
  /** `unwrap` inside the work: a refusal is then the stream's own error, as the window expects it. */
  const streaming = <Value, Outcome>(
    signal: AbortSignal | undefined,
    run: (tools: PrintTools) => Promise<Result<Value>>,
    finish: (value: Value) => Outcome | Promise<Outcome>,
  ) => reporting(context, async (report) => finish(unwrap(await run(toolsOf(signal, report)))));
  return {
    options: api.printRoom.options.handler(() => printOptions(session.office(), context.today())),
    make: api.printRoom.make.handler(({ input, signal }) =>
      streaming(
        signal,
        (tools) => makeBundle(session.office(), input, tools),
        ({ papers, ...bundle }) =>
          shelf.keep({ ...bundle, papers: papers.length, content: { kind: 'papers', papers } }),
      ),
    ),
    makeArchive: api.printRoom.makeArchive.handler(({ input, signal }) =>
      streaming(
        signal,
        (tools) => makeArchive(session.office(), input, tools),
        ({ bound, name, items }) =>
          shelf.keep({
            bytes: bound.bytes,
            fileName: `${name}.pdf`,
            pages: bound.pages,
            blanks: 0,
            papers: items.length,
            carriesPrivateNumbers: input.withPrivate,
            problems: [],
            content: { kind: 'archive', workshopId: input.workshopId },
          }),
      ),
    ),
    saveArchive: api.printRoom.saveArchive.handler(({ input: { folder, ...which }, signal }) => {
      const parent = pathBehind(context.pathOf, folder);
      return streaming(
        signal,
        (tools) => makeArchive(session.office(), which, tools),
        async (archive) => {
          const { path, files } = unwrap(await saveArchive(archive, parent));
          const { workshopId } = which;
          const made = { workshopId, title: archive.name, pages: archive.bound.pages };
          unwrap(noteArchive(session.office(), made, 'file', session.act()));
          return { folder: context.rememberPath(path), name: basename(path), files };
        },
      );
    }),
    saveBundle: api.printRoom.saveBundle.handler(async ({ input }) => {
      const { bytes } = shelf.find(input.bundleId);
      unwrap(await writeFileAtomic(pathBehind(context.pathOf, input.file), bytes));
      shelf.note(input.bundleId, 'file');
    }),
    openBundle: api.printRoom.openBundle.handler(async ({ input }) => {
      const bundle = shelf.find(input.bundleId);
      if (bundle.carriesPrivateNumbers && !input.confirmed) throw unconfirmed();
      const opened = unwrap(await openCopy(bundle));
      if (bundle.carriesPrivateNumbers) noteCopy(bundle.fileName);
      return opened;
    }),
    noteBundle: api.printRoom.noteBundle.handler(({ input }) => shelf.note(input.bundleId, input.means)),
    open: api.printRoom.open.handler(async ({ input: { ref, confirmed }, signal }) => {
      if (carriesPrivateNumbers(ref) && !confirmed) throw unconfirmed();
      const office = session.office();
      const tools = { today: context.today(), make: shop.make, signal };
      const made = unwrap(await makeOfficePaper(office, ref, 'pdf', tools));
      const opened = unwrap(await openCopy(made));
      if (carriesPrivateNumbers(ref)) noteCopy(made.fileName);
      return { ...opened, pages: made.pages ?? 0 };
    }),
    note: api.printRoom.note.handler(({ input: { ref, means, format, pages } }) => {
      const office = session.office();
      const record = unwrap(paperRecord(office, ref, context.today()));
      const printed = { ref, title: stemOf(fileNameOf(record, format)), pages };
      unwrap(notePrints(office, [printed], means, session.act()));
    }),
    log: api.printRoom.log.handler(({ input }) => printLog(session.office(), input)),
  };
};
