import { describe, expect, it } from 'vitest';
import { findHeader } from '../../../../db/model/import/header.ts';
import { matchHeading } from '../../../../db/model/import/headings.ts';
import { IMPORT_FIELDS } from '../../../../db/model/importTypes.ts';
import { keysOf } from '../../../../db/model/terms.ts';
import { BASE_HEADER, BASE_ROW, preview, sheetOf } from '../../../fixtures/applicants.ts';

const fieldOf = (...labels: readonly string[]) => matchHeading(labels)?.field ?? null;

describe('headings', () => {
  it.each(keysOf(IMPORT_FIELDS))('knows its own template heading of %s', (field) => {
    expect(matchHeading([IMPORT_FIELDS[field]])).toEqual({ field, sure: true });
  });

  it.each([
    ['name', '名称 字号 生产者名称 单位名称 食品加工小作坊名称 *小作坊名称： 名\u3000称'],
    [
      'ownerName',
      '业主 负责人 经营者 法定代表人 法定代表人（负责人） 业主（负责人）姓名 负责人姓名 法人代表 姓名',
    ],
    [
      'operationArea',
      '加工操作间使用面积（㎡） 操作间面积 加工操作间面积/㎡ 操作间使用面积(平方米) 操作间㎡ 面积（加工操作间） 加工间面积',
    ],
    ['totalArea', '总面积 场所总面积(m2) 建筑面积（平方米）'],
    ['phone', '手机 联系方式 联系电话 业主电话 负责人联系电话 手机号码 移动电话'],
    ['idNumber', '身份证号 业主身份证号码 公民身份号码 负责人身份证号'],
    ['homeAddress', '家庭住址 业主家庭住址 户籍地址'],
    ['address', '生产地址 经营场所 小作坊地址 生产加工场所地址 地址'],
    ['certificateNo', '登记证编号 小作坊登记证号 许可证号 备案编号 证号'],
    ['certificateValidUntil', '有效期 证照有效期 登记证有效期至 到期日期'],
    [
      'plannedInvestment',
      '计划投入资金（≥1万元） 投入资金 业主计划投入改造资金（万元） 拟投入资金/万元 业主自筹',
    ],
    ['promisedOn', '资金投入承诺（签字、日期） 是否签订承诺书 承诺书签订时间 承诺日期'],
    ['staffCount', '从业人员数（人） 从业人数 员工人数'],
    ['healthCertificateCount', '健康证人数 持健康证人数 持证人数'],
    ['township', '乡镇（街道） 所属乡镇 镇街'],
    ['station', '监管所 所属市场监管所 日常监管单位'],
    ['products', '品种明细 主营产品 加工品种 主要产品名称'],
    ['honours', '商标/老字号/非遗/荣誉 所获荣誉'],
    ['creditCode', '统一社会信用代码/营业执照编号 营业执照号'],
  ])('%s', (field, synonyms) => {
    for (const heading of synonyms.split(' ')) expect([heading, fieldOf(heading)]).toEqual([heading, field]);
  });

  it.each([
    '序号',
    '备注',
    '帮扶责任人',
    '帮扶责任人电话',
    '审核人',
    '科（所）负责人',
    '质量负责人',
    '填表日期',
    '监管所意见',
    '所在县',
    '面积',
    '',
  ])('leaves %s alone', (heading) => {
    expect(fieldOf(heading)).toBeNull();
  });

  it('puts stacked headings together', () => {
    expect(fieldOf('业主', '姓名')).toBe('ownerName');
    expect(fieldOf('业主', '电话')).toBe('phone');
    expect(fieldOf('证照', '编号')).toBe('certificateNo');
    expect(fieldOf('证照', '有效期至')).toBe('certificateValidUntil');
    expect(fieldOf('面积（㎡）', '操作间')).toBe('operationArea');
    expect(fieldOf('小作坊基本情况', '名称')).toBe('name');
    expect(fieldOf('帮扶责任人', '姓名')).toBeNull();
  });
});

describe('the header row', () => {
  const title = ['示例县2021年食品加工小作坊申请名单'];

  it('is found under titles, notes and empty rows', () => {
    const lines = [
      title,
      [],
      ['填报单位：示例县局', null, null, '单位：万元'],
      [...BASE_HEADER],
      [...BASE_ROW],
    ];
    expect(findHeader(sheetOf(lines)).row).toBe(4);
    expect(preview(lines).rows.map((one) => one.row)).toEqual([5]);
  });

  it('spans two rows with merges, and the unit of the group counts', () => {
    const lines = [
      title,
      ['序号', '名称', '业主', null, '投入资金（万元）', '地址', '产品'],
      [null, null, '姓名', '电话', '业主自筹', null, null],
      [1, '示例豆腐坊', '张示例', '0434-1234567', 2, '示例县示例镇', '豆腐'],
    ];
    const merges = [
      { top: 1, bottom: 1, left: 0, right: 6 },
      { top: 2, bottom: 2, left: 2, right: 3 },
      ...[0, 1, 5, 6].map((column) => ({ top: 2, bottom: 3, left: column, right: column })),
    ];
    const read = preview(lines, {}, { merges });
    expect(read.headerRow).toBe(2);
    expect(read.columns.map((one) => one.field)).toEqual([
      null,
      'name',
      'ownerName',
      'phone',
      'plannedInvestment',
      'address',
      'products',
    ]);
    expect(read.columns[4]?.unit).toEqual({ quantity: 'money', source: 'header', unit: '万元' });
    expect(read.rows[0]?.applicant?.application.plannedInvestment).toBe(2_000_000);
  });

  it('is not taken from data that happens to look like headings', () => {
    const lines = [
      [...BASE_HEADER, '证照类型'],
      [...BASE_ROW, '登记证'],
      ['示例粉坊', '负责人', '地址不详1号', '产品', '许可证'],
    ];
    expect(preview(lines).headerRow).toBe(0);
  });

  it('can be pointed at by hand, and the columns named', () => {
    const lines = [['甲', '乙', '丙', '丁'], [...BASE_ROW]];
    const lost = preview(lines);
    expect(lost.problems.map((one) => one.code)).toEqual(['import.noHeader']);
    expect(lost.rows).toEqual([]);
    expect(lost.head[0]?.cells).toEqual(['甲', '乙', '丙', '丁']);
    const columns = { 0: 'name', 1: 'ownerName', 2: 'address', 3: 'products' };
    const found = preview(lines, { headerRow: 0, columns });
    expect(found.problems).toEqual([]);
    expect(found.rows[0]?.applicant?.workshop.name).toBe('示例豆腐坊');
  });
});

describe('columns', () => {
  it('names both columns that match the same field, until one is dropped', () => {
    const lines = [
      [...BASE_HEADER, '手机', '联系电话'],
      [...BASE_ROW, '19900000001', '0434-1234567'],
    ];
    const read = preview(lines);
    expect(read.problems[0]?.message).toBe(
      '“手机”（E列）和“联系电话”（F列）都像“联系电话”，请在“列的对应”中只保留一列',
    );
    expect(read.rows[0]?.applicant).toBeNull();
    expect(preview(lines, { columns: { 4: null } }).rows[0]?.applicant?.private.phone).toBe('0434-1234567');
    expect(preview(lines, { columns: { 4: 'phone' } }).rows[0]?.applicant?.private.phone).toBe('19900000001');
  });

  it('prefers a known heading to a likely one, and says what it left out', () => {
    const read = preview([
      [...BASE_HEADER, '联系电话', '备用手机'],
      [...BASE_ROW, '0434-1234567', '19900000001'],
    ]);
    expect(read.columns.map((one) => one.field).slice(4)).toEqual(['phone', null]);
    expect(read.problems.map((one) => [one.code, one.severity])).toEqual([
      ['import.columnLeftOut', 'warning'],
    ]);
  });

  it('names a required column that is missing, and takes one value for all rows instead', () => {
    const lines = [
      ['小作坊名称', '业主姓名', '生产地址'],
      ['示例豆腐坊', '张示例', '示例县示例镇'],
    ];
    const read = preview(lines);
    expect(read.problems.map((one) => [one.code, one.field])).toEqual([['import.columnMissing', 'products']]);
    expect(read.rows[0]?.applicant).toBeNull();
    expect(
      preview(lines, { corrections: { '*:products': '豆制品' } }).rows[0]?.applicant?.workshop.products,
    ).toBe('豆制品');
  });

  it('refuses choices that name no field', () => {
    const read = preview([[...BASE_HEADER], [...BASE_ROW]], { columns: { 0: 'nonsense' } });
    expect(read.problems.map((one) => one.code)).toContain('import.unknownField');
  });

  it('takes no area without a unit', () => {
    const codes = (heading: string, value: string | number) =>
      preview([
        [...BASE_HEADER, heading],
        [...BASE_ROW, value],
      ]).problems.map((one) => `${one.severity} ${one.code}`);
    expect(codes('操作间面积', 35)).toEqual(['error import.unitUnknown']);
    expect(codes('操作间面积', '35㎡')).toEqual([]);
    expect(codes('操作间面积（㎡）', 35)).toEqual([]);
  });

  it('refuses an area in 公顷', () => {
    const read = preview([
      [...BASE_HEADER, '操作间面积（公顷）'],
      [...BASE_ROW, 1],
    ]);
    expect(read.problems.map((one) => one.code)).toEqual(['import.areaUnit']);
  });
});

describe('sheets', () => {
  const list = sheetOf([[...BASE_HEADER], [...BASE_ROW]], { name: '第二张' });

  it('takes the one that looks like a list, the clerk may take another', async () => {
    const { previewImport } = await import('../../../../db/import/index.ts');
    const { CONTEXT } = await import('../../../fixtures/applicants.ts');
    const notes = sheetOf([['填写说明'], ['一、名称按证照填写']], { name: '说明' });
    const hidden = sheetOf(
      [
        [...BASE_HEADER, '手机'],
        [...BASE_ROW, '19900000001'],
      ],
      { name: '字典', hidden: true },
    );
    const workbook = { sheets: [notes, list, hidden], date1904: false };
    const read = previewImport(workbook, {}, CONTEXT);
    expect(read.sheet).toBe('第二张');
    expect(read.sheets).toEqual([
      { name: '说明', rows: 2 },
      { name: '第二张', rows: 2 },
      { name: '字典', rows: 2 },
    ]);
    expect(previewImport(workbook, { sheet: '字典' }, CONTEXT).sheet).toBe('字典');
    expect(previewImport(workbook, { sheet: '没有' }, CONTEXT).problems[0]?.code).toBe('import.noSheet');
    expect(previewImport({ sheets: [], date1904: false }, {}, CONTEXT).problems[0]?.code).toBe(
      'import.noSheet',
    );
  });
});
