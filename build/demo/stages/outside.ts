import { type Desk, handUp, named, type Step } from '../desk.ts';
import { STORY } from '../story.ts';

/** What the city gave the workshops it drew; the others of the list it did not look at. */
const CITY_SCORES: Readonly<Record<string, string>> = {
  [STORY.exemplary]: '96.5',
  [STORY.returned]: '93',
  [STORY.handedOver]: '94.5',
  [STORY.short]: '92',
  [STORY.refuted]: '86.5',
};

const PLACE = '示例市人民政府网站“通知公告”栏目';

/** 市级复评: half of the list; one is below the pass score and leaves the 推荐名单 with the reason. */
async function cityRecheck({ bureau }: Desk): Promise<void> {
  const drawn = named(...Object.keys(CITY_SCORES));
  const how = ['--document', '示例市监食生函〔2021〕31号', '--note', '市局随机抽取'];
  await bureau.run('2021-11-01', ['outside', '--kind', 'citySample', ...drawn, ...how]);
  const scores = named(...Object.entries(CITY_SCORES).map(([name, points]) => `${name}=${points}`));
  await bureau.run('2021-11-03', ['outside', '--kind', 'cityScores', ...scores]);
  const who = named(STORY.refuted);
  const back = ['--take-back', '--reason', '市级复评86.5分，未达到合格分，撤回推荐'];
  await bureau.run('2021-11-04', ['results', ...who, ...back]);
  const why = ['--reason', '市级复评86.5分，主要问题：顶棚霉变、防鼠设施缺失、票据不全'];
  await bureau.run('2021-11-04', ['results', '--decision', 'withhold', ...who, ...why]);
}

/** 验收结果公示 by the city, with an objection passed on to this office. */
async function publicity({ bureau }: Desk): Promise<void> {
  const outside = (...words: readonly string[]): readonly string[] => ['outside', ...words];
  const place = ['--place', PLACE, '--all-recommended'];
  await bureau.run('2021-11-08', outside('--kind', 'resultPublicity', ...place));
  const said = '反映该作坊改造后的排水影响邻居，请核实。';
  await bureau.run('2021-11-10', outside('--objection', said, ...named(STORY.passedObjection)));
  const handling = '经现场核查，排水已接入村镇管网，不存在所反映的问题';
  await bureau.run('2021-11-12', outside('--settle', 'rejected', '--handling', handling));
}

/** What others do with the county's results, as the office records it. */
export const outsideSteps = (desk: Desk): readonly Step[] => [
  {
    title: '登记市级复评：一家低于90分，移出推荐名单，不予发放并写明原因',
    run: () => cityRecheck(desk),
  },
  {
    title: '报送更正的县级验收结果，写明替换哪一次、为什么',
    run: () =>
      handUp(desk, '县级验收结果', '2021-11-05', {
        report: 'again',
        correct: '一家市级复评未达标，已移出推荐名单',
      }),
  },
  {
    title: '登记省级抽查和市政府网站公示；转来的异议经核查不成立；市局上报附表5',
    run: async () => {
      const sampled = ['--name', `${STORY.exemplary}=95.5`, '--note', '省厅随机抽查'];
      await desk.bureau.run('2021-11-05', ['outside', '--kind', 'provinceSample', ...sampled]);
      await publicity(desk);
      const annex = ['--kind', 'annex', '--document', '示例市监〔2021〕58号', '--all-recommended'];
      await desk.bureau.run('2021-11-17', ['outside', ...annex]);
      await desk.bureau.run('2021-11-17', ['duties', '--done', '11']);
    },
  },
];
