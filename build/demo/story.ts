/** Who goes through what in the played year; everybody else goes straight to the award. */
export const STORY = {
  /** 公示异议成立: leaves before the list is confirmed. */
  upheld: '示例县未镇粉条作坊',
  /** 公示异议不成立: stays. */
  rejected: '示例县乙镇手工挂面作坊',
  /** 退出 after the list was handed up; the next in rank follows. */
  withdrawn: '示例县午街道烘焙坊',
  /** 退回修改, then signed. */
  returned: '示例县丙乡粘豆包作坊',
  /** A task still open after its deadline. */
  overdue: '示例县壬镇蜂蜜制品作坊',
  /** 业主自筹 of the finished works under the notice's minimum: vetoed by the county, 整改, passes the re-inspection. */
  short: '示例县癸乡豆瓣酱作坊',
  /** 帮扶责任人 changes in the course of the works. */
  handedOver: '示例县戊镇酱菜作坊',
  /** The owner does not sign the county's sheet. */
  refuses: '示例县丁街道煎饼铺',
  /** Recommended, then below 90 in the city's re-check: 不予发放. */
  refuted: '示例县子镇冻豆腐作坊',
  /** An objection to the 验收结果公示 is passed on, and found groundless. */
  passedObjection: '示例县酉乡山野菜作坊',
  /** The card's check digit is wrong: warned of, the payment fails, the card is corrected, the award repaid. */
  repaid: '示例县巳乡米酒作坊',
  /** 典型案例 */
  exemplary: '示例县甲镇老李豆腐坊',
} as const;

/** The day the works are over, before the 考评验收. */
export const WORKS_OVER = '2021-09-28';

/** The day the played year stands at when it is over. */
export const LAST_DAY = '2021-12-17';

export const HELPERS = { first: '示例帮扶', second: '示例帮扶乙' } as const;

/** 县级考评组. */
export const ASSESSORS = ['示例考评', '示例考评乙'] as const;
