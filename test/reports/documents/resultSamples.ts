import { isoDate } from '../../../db/model/dates.ts';
import { fromYuan, inChineseCapitals } from '../../../db/model/money.ts';
import type { ArchivePaper } from '../../../db/model/papers/archive.ts';
import type {
  FinalListPaper,
  FinalListPublicPaper,
  PaymentListPaper,
  RecommendedPaper,
  ResultNoticePaper,
} from '../../../db/model/papers/results.ts';
import { head, rowsOf } from './sampleParts.ts';
import { bureau, nameAt, policy, publicEntry } from './samples.ts';

/** Papers of results, award and archive. */

export const paymentListPaper = (count = 6): PaymentListPaper => ({
  ...head,
  paper: 'paymentList',
  title: '第一批',
  madeOn: isoDate('2021-12-10'),
  cancelled: false,
  total: fromYuan(10_000 * count),
  totalInWords: inChineseCapitals(fromYuan(10_000 * count)),
  rows: rowsOf(count, (index) => ({
    position: index + 1,
    workshopName: nameAt(index),
    idName: `示例业主${index + 1}`,
    idNumber: '110101199001010015',
    accountName: `示例业主${index + 1}`,
    bank: '示例银行示例县支行示例镇分理处',
    card: '4111111111111111',
    phone: '13900000000',
    amount: fromYuan(10_000),
    remark: '',
  })),
});

export const resultNoticePaper = (count = 6): ResultNoticePaper => ({
  ...head,
  paper: 'resultNotice',
  basis: policy.basis,
  passScore: 900,
  firstDay: isoDate('2021-11-01'),
  lastDay: isoDate('2021-11-08'),
  counted: { days: 7, countingRule: 'naturalExcludingFirst' },
  entries: rowsOf(count, publicEntry),
});

export const recommendedPaper = (count = 6): RecommendedPaper => ({
  ...head,
  paper: 'recommended',
  asOf: isoDate('2021-11-05'),
  passScore: 900,
  rows: rowsOf(count, (index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    total: 930 + (index % 50),
    inspectedOn: isoDate('2021-10-11'),
  })),
});

export const finalListPaper = (count = 6): FinalListPaper => ({
  ...head,
  paper: 'finalList',
  asOf: isoDate('2021-11-18'),
  passScore: 900,
  publicity: { firstDay: isoDate('2021-11-08'), lastDay: isoDate('2021-11-15') },
  rows: rowsOf(count, (index) => ({
    ...publicEntry(index),
    ownerName: `示例业主${index + 1}`,
    certificateNo: `示例小作坊登字${String(index + 1).padStart(5, '0')}号`,
    county: 930 + (index % 50),
    city: index % 2 === 0 ? 915 : null,
    invested: fromYuan(20_000.5 + index),
    remark: index === 0 ? '省级抽查合格' : '',
  })),
});

export const finalListPublicPaper = (count = 6): FinalListPublicPaper => ({
  ...head,
  paper: 'finalListPublic',
  asOf: isoDate('2021-11-18'),
  entries: rowsOf(count, publicEntry),
});

const archive = { ...head, workshopName: nameAt(0), madeOn: isoDate('2021-12-08') } as const;

/** The frame of 一坊一档. */
export const archivePapers = {
  cover: {
    ...archive,
    paper: 'archiveCover',
    ownerName: '张三',
    address: '示例县示例镇示例村一组',
    certificateNo: '示例小作坊登字00001号',
    madeBy: '示例甲',
    withPrivate: false,
    items: 9,
    pages: 27,
  },
  catalogue: {
    ...archive,
    paper: 'archiveCatalogue',
    lines: rowsOf(9, (index) => ({
      responsible: bureau.name,
      title: `示例材料${index + 1}`,
      date: isoDate('2021-05-10'),
      remark: '',
      page: String(3 * index + 1),
    })),
  },
  extract: {
    ...archive,
    paper: 'archiveExtract',
    title: '公示和创建名单情况',
    facts: [
      { label: '公示', text: '2021年4月19日至2021年4月26日公示' },
      { label: '创建名单', text: '2021年4月27日列入' },
    ],
  },
  photos: { ...archive, paper: 'archivePhotos', title: '改造前后照片', photos: [] },
  closing: {
    ...archive,
    paper: 'archiveClosing',
    madeBy: '示例甲',
    items: 9,
    pages: 27,
    leftOut: ['申请表'],
  },
} as const satisfies Readonly<Record<string, ArchivePaper>>;
