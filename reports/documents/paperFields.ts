import type { Paper, PaperKind } from '../../db/model/papers.ts';

/** A piece of text of a paper's record, with the words a clerk knows its field by. */
export interface PaperField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** Of a list's row or a plan's task, from 1. */
  readonly row?: number;
}

const LABELS: Readonly<Record<string, string>> = {
  'bureau.name': '单位名称',
  'bureau.district': '县（市、区）',
  'bureau.cityBureau': '上级市局',
  'bureau.section': '科室名称',
  'bureau.contactName': '联系人',
  'bureau.address': '单位地址',
  programmeName: '创建工程名称',
  basis: '文件依据',
  name: '小作坊名称',
  workshopName: '小作坊名称',
  ownerName: '业主姓名',
  helperName: '帮扶责任人',
  address: '生产加工地址',
  homeAddress: '家庭住址',
  township: '乡镇（街道）',
  station: '监管所',
  district: '县（市、区）',
  products: '主要产品',
  standard: '执行标准',
  foodCategory: '食品类别',
  economicType: '经济性质',
  certificateNo: '证照编号',
  creditCode: '统一社会信用代码',
  annualOutput: '年产量',
  equipment: '主要设备',
  speciality: '工艺与地方特色',
  honours: '荣誉情况',
  penalties: '抽检和处罚情况',
  problems: '主要问题',
  renovation: '计划改造内容',
  assistance: '帮扶措施',
  situation: '现状',
  'tasks.problem': '存在问题',
  'tasks.measure': '改造任务',
  'tasks.standard': '提升标准',
  'tasks.responsible': '责任人',
  'tasks.closedBy': '销号人',
  'tasks.closedNote': '无照片原因',
  measure: '改造任务',
  state: '状态',
  reason: '理由',
  handling: '核查处理情况',
  place: '发布位置',
  postedBy: '发布人',
  postedNote: '发布方式',
  comment: '审核意见',
  reviewerName: '审核人',
  folderName: '文件夹名称',
  path: '文件名',
  title: '材料名称',
  'meeting.place': '地点',
  'meeting.host': '主持人',
  'meeting.topic': '会议议题',
  'meeting.participants': '参加人员',
  'meeting.content': '会议内容',
  'duties.task': '工作任务',
  'duties.unit': '责任单位',
  'duties.responsible': '责任人',
  'duties.note': '备注',
  'items.content': '考评内容',
  'items.criterion': '评分标准',
  'answers.reason': '扣分原因',
  'sheet.note': '备注',
  'assessors.name': '考评人员',
  'assessors.unit': '考评人员单位',
  'recusals.name': '回避人员',
  'recusals.reason': '回避原因',
  'head.refusalReason': '业主拒绝签字的原因',
  'head.witness': '见证人',
  'head.ownerRemark': '业主意见',
  'assignments.reason': '移交原因',
  'visits.findings': '走访情况',
  'visits.advice': '指导意见',
  'visits.ownerResponse': '业主反馈',
  madeBy: '立卷人',
  'lines.responsible': '责任者',
  'lines.remark': '备注',
  'facts.text': '摘录内容',
  'photos.caption': '照片说明',
  leftOut: '未收入的材料',
};

/** What the row of a list is called in a message; lists of different papers have different rows. */
const ROW_WORDS: Readonly<Record<PaperKind, string>> = {
  application: '第',
  promise: '第',
  selectionNotice: '名单第',
  roster: '名单第',
  plan: '改造任务第',
  planLedger: '台账第',
  taskClosure: '改造任务第',
  submissionList: '清单第',
  monthly: '月报第',
  list: '列表第',
  recoverySheet: '第',
  meetingMinutes: '第',
  scoreSheet: '评分表第',
  scoreSheets: '评分表第',
  inspectionSummary: '汇总表第',
  dutyTable: '任务第',
  qualification: '第',
  selectionReport: '候选第',
  publicityReport: '第',
  rosterChanges: '变动第',
  assistanceRecord: '走访记录第',
  helperList: '安排表第',
  writing: '第',
  recommended: '名单第',
  finalList: '名单第',
  finalListPublic: '名单第',
  paymentList: '发放表第',
  resultNotice: '名单第',
  archiveCover: '第',
  archiveCatalogue: '卷内目录第',
  archiveExtract: '摘录第',
  archivePhotos: '照片第',
  archiveClosing: '第',
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function* walk(value: unknown, key: string, parent: string, row: number | undefined): Generator<PaperField> {
  if (value instanceof Uint8Array) return;
  if (typeof value === 'string') {
    const label = LABELS[`${parent}.${key}`] ?? LABELS[key] ?? key;
    yield { key, label, text: value, ...(row === undefined ? {} : { row }) };
  } else if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* walk(one, key, parent, index + 1);
  } else if (isRecord(value)) {
    for (const [name, one] of Object.entries(value)) yield* walk(one, name, key, row);
  }
}

/** All texts of a paper's record. */
export const paperFields = (paper: Paper): readonly PaperField[] => [...walk(paper, '', '', undefined)];

/** `名单第3行小作坊名称` */
export const fieldInWords = (paper: Paper, field: PaperField): string =>
  field.row === undefined ? field.label : `${ROW_WORDS[paper.paper]}${field.row}行${field.label}`;
