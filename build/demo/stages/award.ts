import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Desk, FOLDERS, handUp, handUpMonth, named, type Step, typed } from '../desk.ts';
import { correctedPayee, payeeOf } from '../payees.ts';
import { STORY } from '../story.ts';

const Payees = z.looseObject({ payees: z.array(z.looseObject({ name: z.string() })) });

/** 收款信息 of everybody recommended; the wrong check digit of one card is only warned of. */
async function registerPayees(desk: Desk): Promise<void> {
  const { payees } = Payees.parse(await desk.bureau.run('2021-11-22', ['payee']));
  const given = payees.map((one) => payeeOf(one.name));
  const file = await typed(desk, '收款信息.json', JSON.stringify(given, null, 2));
  await desk.bureau.run('2021-11-22', ['payee', '--file', file]);
  await desk.bureau.run('2021-11-23', ['payee', '--confirm', '--all']);
}

/** The passphrase is shown once: the office takes it down to send it apart from the stick. */
async function handUpPayees(desk: Desk): Promise<void> {
  const { passphrase } = await handUp(desk, '收款信息', '2021-11-24', { report: 'new' });
  const note = `收款信息压缩包的口令，另行送达市局，不与U盘放在一起：\n${passphrase ?? ''}\n`;
  await writeFile(join(desk.folder, '收款信息口令（另行送达）.txt'), note, { mode: 0o600 });
}

const list = (desk: Desk, title: string): readonly string[] => [
  ...['pay', '--make', title, '--all-payable'],
  ...['--out', join(desk.folder, FOLDERS.papers, '奖补')],
];

/** The first 发放表; one payment fails. */
async function payOut(desk: Desk): Promise<void> {
  const { bureau } = desk;
  await bureau.run('2021-11-30', list(desk, '2021年奖补资金发放表（第一批）'));
  const failed = ['--failed', '银行退回：账号不存在', ...named(STORY.repaid)];
  await bureau.run('2021-12-03', ['pay', ...failed]);
  await bureau.run('2021-12-03', ['pay', '--paid']);
}

/** The card is corrected from the bank's slip, checked again, and the award repaid. */
async function repay(desk: Desk): Promise<void> {
  const { bureau } = desk;
  const file = await typed(
    desk,
    '收款信息_更正.json',
    JSON.stringify([correctedPayee(STORY.repaid)], null, 2),
  );
  await bureau.run('2021-12-06', ['payee', '--file', file]);
  await bureau.run('2021-12-06', ['payee', '--confirm', ...named(STORY.repaid)]);
  await bureau.run('2021-12-07', list(desk, '2021年奖补资金发放表（补发）'));
  await bureau.run('2021-12-09', ['pay', '--paid']);
}

/** 收款信息, 省厅公布, 奖补. */
export const awardSteps = (desk: Desk): readonly Step[] => [
  { title: '登记、核实收款信息：一张卡的校验位不对，程序提醒', run: () => registerPayees(desk) },
  {
    title: '报送收款信息：只放在加密压缩包里，口令另行送达；报送进展月报',
    run: async () => {
      await handUpPayees(desk);
      await handUpMonth(desk, '2021-11-25');
    },
  },
  {
    title: '省厅公布后生成发放表，登记发放结果：一家失败',
    run: async () => {
      const document = ['--document', '示例食药〔2021〕126号', '--all-recommended'];
      await desk.bureau.run('2021-11-26', ['outside', '--kind', 'announcement', ...document]);
      await payOut(desk);
    },
  },
  { title: '更正卡号，重新核实，补发', run: () => repay(desk) },
];
