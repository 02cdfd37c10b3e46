import { APPLICANTS, type FictionalApplicant, PROFILE } from './fictional.ts';
import { ASSESSORS, HELPERS } from './story.ts';

/** The bureau of the played year: ten places, a second helper to hand over to, and two who score. */
export const DEMO_PROFILE = {
  ...PROFILE,
  quota: 10,
  staff: [
    ...PROFILE.staff,
    { name: HELPERS.second, unit: '示例街道监管所', position: '科员', roles: ['helper'] },
    ...ASSESSORS.map((name) => ({ name, unit: '食品生产监管科', position: '科员', roles: ['assessor'] })),
  ],
};

const MORE: readonly FictionalApplicant[] = [
  {
    name: '示例县壬镇蜂蜜制品作坊',
    owner: '示例壬',
    area: 42,
    money: '2.2万元',
    products: '椴树蜂蜜',
    promised: '2021-4-7',
  },
  {
    name: '示例县癸乡豆瓣酱作坊',
    owner: '示例癸',
    area: '36㎡',
    money: '1.6万',
    products: '豆瓣酱、大酱',
    promised: '2021.4.8',
  },
  {
    name: '示例县子镇冻豆腐作坊',
    owner: '示例子',
    area: '55平方米',
    money: '20000元',
    products: '冻豆腐',
    promised: '2021/4/9',
  },
  {
    name: '示例县巳乡米酒作坊',
    owner: '示例巳',
    area: 47,
    money: '2.8万元',
    products: '米酒',
    promised: '2021.4.9',
  },
  {
    name: '示例县午街道烘焙坊',
    owner: '示例午',
    area: '39',
    money: '1.9万元',
    products: '面包、蛋糕',
    promised: '2021年4月10日',
  },
  {
    name: '示例县未镇粉条作坊',
    owner: '示例未',
    area: 58,
    money: '2.4万元',
    products: '土豆粉条',
    promised: '2021-4-10',
  },
  {
    name: '示例县申镇辣白菜作坊',
    owner: '示例申',
    area: 34,
    money: '1.1万元',
    products: '辣白菜、桔梗',
    promised: '2021.4.11',
  },
  {
    name: '示例县酉乡山野菜作坊',
    owner: '示例酉',
    area: 32,
    money: '10500元',
    products: '蕨菜、刺嫩芽',
    promised: '2021.4.11',
  },
];

/** Those who registered in time, in the order of the list. */
export const DEMO_APPLICANTS: readonly FictionalApplicant[] = [...APPLICANTS, ...MORE];
