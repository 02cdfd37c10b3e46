import { STORY } from '../../demo/story.ts';
import { escapeKey, type Walk } from '../picture.ts';
import { open, row, seen, tab } from '../window.ts';

/** The office at the end of its year: results, awards, hand-ups, summary. */
export const yearEnd: Walk = [
  'wholeYear',
  [
    {
      name: '考评验收-各级评分',
      arrange: async (desk) => {
        await open(desk, '考评验收');
        await row(desk, STORY.refuted).click();
        await seen(desk.page, '各级评分差异');
      },
    },
    {
      name: '名单与奖补-推荐名单',
      arrange: async (desk) => {
        await open(desk, '名单与奖补');
        await seen(desk.page, '已推荐');
      },
    },
    {
      name: '名单与奖补-市级省级结果',
      arrange: async (desk) => {
        await tab(desk, '市级省级结果');
        await seen(desk.page, '省厅公布');
      },
    },
    {
      name: '名单与奖补-收款信息',
      arrange: async (desk) => {
        await tab(desk, '收款信息');
        await seen(desk.page, '已核实');
      },
    },
    {
      name: '名单与奖补-发放',
      arrange: async (desk) => {
        await tab(desk, '发放');
        await seen(desk.page, '已补发');
      },
    },
    {
      name: '报送-报送日历',
      arrange: async (desk) => {
        await open(desk, '报送');
        await seen(desk.page, '报送日历');
        await seen(desk.page, '最近一次报送');
      },
    },
    {
      name: '总结-列表',
      arrange: async (desk) => {
        await open(desk, '总结');
        await seen(desk.page, '典型案例');
      },
    },
    {
      name: '总结-编辑',
      arrange: async (desk) => {
        await row(desk, '工作总结').click();
        await seen(desk.page, '数字截至');
      },
      leave: escapeKey,
    },
  ],
];
