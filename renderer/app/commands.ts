import { foldedText } from '../../db/model/cleanText.ts';

/** A page or an action that Ctrl+K finds by its name, by pinyin initials or by another word for it. */
export interface PaletteCommand {
  readonly key: string;
  readonly label: string;
  /** Pinyin initials and other words, lower case. */
  readonly words: string;
  readonly path: string;
}

/** In the order of the year; the initials are written out because the window carries no dictionary. */
export const COMMANDS: readonly PaletteCommand[] = [
  { key: 'home', label: '工作台', words: 'gzt 首页 待办', path: '/' },
  { key: 'mobilisation', label: '动员部署', words: 'dybs 宣传动员会 xcdyh 会议记录', path: '/mobilisation' },
  { key: 'duties', label: '任务分解', words: 'rwfj 任务分工 责任人', path: '/mobilisation?tab=duties' },
  { key: 'workshops', label: '小作坊', words: 'xzf 名单 列表', path: '/workshops' },
  { key: 'new', label: '新增申请', words: 'xzsq 录入 登记', path: '/workshops/new' },
  { key: 'import', label: '导入申请汇总表', words: 'drsqb excel 汇总表', path: '/import' },
  { key: 'selection', label: '申请遴选', words: 'sqlx 审核 名额 择优', path: '/selection' },
  { key: 'publicity', label: '公示', words: 'gs 创建名单 异议', path: '/publicity' },
  { key: 'plans', label: '改造方案', words: 'gzfa 签批 台账', path: '/plans' },
  { key: 'assistance', label: '帮扶', words: 'bf 走访 帮扶责任人 移交', path: '/assistance' },
  { key: 'inspections', label: '考评验收', words: 'kpys 评分 打分 复查 汇总表', path: '/inspections' },
  { key: 'results', label: '名单与奖补', words: 'mdyjb 推荐名单 tjmd 不予发放', path: '/results' },
  { key: 'rectify', label: '整改', words: 'zg 下达整改', path: '/results?tab=rectify' },
  {
    key: 'events',
    label: '市级省级结果',
    words: 'sjsjjg 复评 抽查 附表5 省厅公布',
    path: '/results?tab=events',
  },
  { key: 'payees', label: '收款信息', words: 'skxx 银行卡', path: '/results?tab=payees' },
  { key: 'payments', label: '奖补发放', words: 'jbff 发放表', path: '/results?tab=payments' },
  { key: 'submissions', label: '报送', words: 'bs 报送包 u盘 校验 回执 更正', path: '/submissions' },
  { key: 'print', label: '打印室', words: 'dys pldy 批量打印 打印 双面', path: '/print' },
  { key: 'summary', label: '总结', words: 'zj 工作总结 典型案例 dxal 报送报告', path: '/summary' },
  { key: 'monthly', label: '进展月报', words: 'jzyb yb 月报 进度', path: '/monthly' },
  { key: 'overdue', label: '环节逾期的小作坊', words: 'hjyq 逾期', path: '/workshops?show=overdue' },
  { key: 'unsigned', label: '方案待签批的小作坊', words: 'fadqp 签字', path: '/workshops?show=unsigned' },
  { key: 'unvisited', label: '超期未走访的小作坊', words: 'cqwzf 帮扶', path: '/workshops?show=unvisited' },
  { key: 'recycle', label: '回收站', words: 'hsz 恢复 删除', path: '/recycle' },
  { key: 'backups', label: '备份与恢复', words: 'bfyhf', path: '/backups' },
  { key: 'bureau', label: '设置：本单位', words: 'sz bdw 单位信息', path: '/settings?tab=bureau' },
  { key: 'staff', label: '设置：人员', words: 'sz ry 帮扶责任人', path: '/settings?tab=staff' },
  { key: 'policy', label: '设置：年度政策', words: 'sz ndzc 名额 期限', path: '/settings?tab=policy' },
  {
    key: 'holidays',
    label: '设置：节假日',
    words: 'sz jjr 放假安排 调休 工作日',
    path: '/settings?tab=holidays',
  },
  {
    key: 'scoring',
    label: '设置：评分表与措施库',
    words: 'sz pfb csk 评分标准',
    path: '/settings?tab=scoring',
  },
  { key: 'years', label: '设置：创建年度', words: 'sz cjnd 新建年度 往年', path: '/settings?tab=years' },
  {
    key: 'templates',
    label: '设置：模板',
    words: 'sz mb 本单位模板 占位符 附表格式 导出设置',
    path: '/settings?tab=templates',
  },
  { key: 'audit', label: '设置：操作记录', words: 'sz czjl 日志', path: '/settings?tab=audit' },
  { key: 'manual', label: '用户手册', words: 'yhsc 帮助 怎么办', path: '/manual' },
  { key: 'program', label: '设置：关于程序', words: 'sz gycx 版本', path: '/settings?tab=program' },
];

const words = (query: string): readonly string[] => foldedText(query).split(/\s+/).filter(Boolean);

/** All words of the query must occur. */
export const isFound = (text: string, query: string): boolean => {
  const wanted = words(query);
  return wanted.length > 0 && wanted.every((word) => text.includes(word));
};

/** A word of the query is part of the name, or the beginning of another word for it. */
const names = ({ label, words: more }: PaletteCommand, word: string): boolean =>
  label.toLowerCase().includes(word) || more.split(' ').some((one) => one.startsWith(word));

/** The commands a query finds; all of them for an empty one. */
export const commandsFor = (query: string): readonly PaletteCommand[] =>
  COMMANDS.filter((command) => words(query).every((word) => names(command, word)));
