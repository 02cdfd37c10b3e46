import type { ApplicationCore, WorkshopCore } from './application.ts';
import { formatArea } from './area.ts';
import type { IsoDate } from './dates.ts';
import { formatYuan } from './money.ts';
import type { Policy } from './policy.ts';
import { type Problem, problem, warning } from './problems.ts';

type Facts = Pick<ApplicationCore, 'operationArea' | 'plannedInvestment' | 'promisedOn'> &
  Pick<WorkshopCore, 'certificateNo' | 'certificateValidUntil'>;

function areaProblem({ operationArea }: Facts, { minArea }: Policy): Problem | undefined {
  const expected = `不少于${formatArea(minArea)}㎡`;
  if (operationArea === null)
    return problem('condition.areaMissing', `未填加工操作间使用面积，应${expected}`, {
      field: 'operationArea',
      expected,
    });
  if (operationArea >= minArea) return undefined;
  const found = `${formatArea(operationArea)}㎡`;
  return problem('condition.area', `加工操作间使用面积为${found}，应${expected}`, {
    field: 'operationArea',
    found,
    expected,
  });
}

function investmentProblem({ plannedInvestment }: Facts, { minOwnInvestment }: Policy): Problem | undefined {
  const expected = `不低于${formatYuan(minOwnInvestment)}元`;
  if (plannedInvestment === null)
    return problem('condition.investmentMissing', `未填业主计划投入改造资金，应${expected}`, {
      field: 'plannedInvestment',
      expected,
    });
  if (plannedInvestment >= minOwnInvestment) return undefined;
  const found = `${formatYuan(plannedInvestment)}元`;
  return problem('condition.investment', `业主计划投入改造资金为${found}，应${expected}`, {
    field: 'plannedInvestment',
    found,
    expected,
  });
}

function promiseProblem({ promisedOn }: Facts): Problem | undefined {
  if (promisedOn !== null) return undefined;
  return problem('condition.promise', '业主尚未签署资金投入承诺书', {
    field: 'promisedOn',
    expected: '已签署，并填写签署日期',
  });
}

function certificateProblem(facts: Facts, today: IsoDate): Problem | undefined {
  if (facts.certificateNo === '')
    return warning('condition.certificateMissing', '未填小作坊证照编号，请核对证照', {
      field: 'certificateNo',
    });
  if (facts.certificateValidUntil === null || facts.certificateValidUntil >= today) return undefined;
  return problem('condition.certificateExpired', `证照已于${facts.certificateValidUntil}到期`, {
    field: 'certificateValidUntil',
    found: facts.certificateValidUntil,
    expected: '在有效期内',
  });
}

/**
 * Which of the notice's conditions (二、创建原则) an application fails; empty when it meets them all.
 * Conditions no figure can show (信誉、地方特色 …) are the reviewers' opinion, not checked here.
 */
export function failedConditions(facts: Facts, policy: Policy, today: IsoDate): readonly Problem[] {
  return [
    areaProblem(facts, policy),
    investmentProblem(facts, policy),
    promiseProblem(facts),
    certificateProblem(facts, today),
  ].filter((one) => one !== undefined);
}
