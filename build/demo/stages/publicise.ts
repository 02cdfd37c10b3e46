import { z } from 'zod';
import { type Desk, handUp, handUpMonth, type Step, typed } from '../desk.ts';
import { picture } from '../picture.ts';
import { STORY } from '../story.ts';

const PLACE = '示例县人民政府网站、示例县市场监督管理局公告栏';
const Published = z.looseObject({ publicityId: z.string() });

/** Publishes whoever is selected and not yet on a notice, and says where and how. */
async function publish({ bureau, ...desk }: Desk, today: string, photo: string): Promise<void> {
  const given = await bureau.run(today, ['publicise', '--place', PLACE]);
  const { publicityId } = Published.parse(given);
  const note = '县政府网站“公示公告”栏目，同时在局公告栏张贴';
  await bureau.run(today, ['posted', '--by', '示例经办', '--note', note]);
  const file = await typed({ bureau, ...desk }, photo, picture('sheet'));
  await bureau.run(today, ['attach', file, '--subject', `publicity:${publicityId}`, '--role', 'posting']);
}

async function objection(
  { bureau }: Desk,
  workshop: string,
  on: readonly [received: string, settled: string],
  said: { readonly content: string; readonly outcome: string; readonly handling: string },
): Promise<void> {
  const about = ['--workshop', workshop, '--content', said.content];
  const { objectionId } = z
    .looseObject({ objectionId: z.string() })
    .parse(await bureau.run(on[0], ['object', ...about]));
  const result = ['--outcome', said.outcome, '--handling', said.handling];
  await bureau.run(on[1], ['settle', '--id', objectionId, ...result]);
}

/** 公示、异议、确定名单、报送. */
export const publicitySteps = (desk: Desk): readonly Step[] => [
  {
    title: '公示创建名单，登记发布位置和方式，附张贴照片',
    run: () => publish(desk, '2021-04-16', '公示张贴.jpg'),
  },
  {
    title: '收到两件异议：一件成立（移出名单），一件不成立',
    run: async () => {
      await objection(desk, STORY.upheld, ['2021-04-19', '2021-04-21'], {
        content: '反映该作坊近期已经停产，设备已经搬走。',
        outcome: 'upheld',
        handling: '经现场核查，该作坊已停产，不具备创建条件，移出名单',
      });
      await objection(desk, STORY.rejected, ['2021-04-20', '2021-04-22'], {
        content: '反映该作坊场地为临时租用，请核实。',
        outcome: 'rejected',
        handling: '经核查，租赁合同至2026年，手续齐全，予以保留',
      });
    },
  },
  {
    title: '公示期内不能确定名单；期满后确定，报送市局，校验报送包并登记回执',
    run: async () => {
      await desk.bureau.run('2021-04-23', ['confirm-roster'], 2);
      await desk.bureau.run('2021-04-25', ['confirm-roster']);
      await handUpMonth(desk, '2021-04-25');
      await handUp(desk, '创建名单', '2021-04-26', { report: 'new' });
      const done = ['3', '4', '5', '6'].flatMap((number) => ['--done', number]);
      await desk.bureau.run('2021-04-26', ['duties', ...done]);
    },
  },
];

/** 退出、递补、重新公示、补充名单. */
export const replacementSteps = (desk: Desk): readonly Step[] => [
  {
    title: '一家退出，按名次递补两家，重新公示',
    run: async () => {
      const reason = ['--reason', '业主因病无法继续经营，书面申请退出'];
      await desk.bureau.run('2021-05-06', ['withdraw', '--name', STORY.withdrawn, ...reason]);
      for (const leaver of [STORY.upheld, STORY.withdrawn]) {
        await desk.bureau.run('2021-05-06', ['replace', '--leaver', leaver]);
      }
      await publish(desk, '2021-05-06', '递补公示张贴.jpg');
    },
  },
  {
    title: '公示期满，确定补充名单，报送变动情况并校验',
    run: async () => {
      await desk.bureau.run('2021-05-14', ['confirm-roster']);
      await handUp(desk, '创建名单', '2021-05-14', { report: 'again' });
    },
  },
];
