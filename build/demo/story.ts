/** Who goes through what in the played year; everybody else goes straight to the end of the works. */
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
  /** 业主自筹 of the finished works under the notice's minimum. */
  short: '示例县癸乡豆瓣酱作坊',
  /** 帮扶责任人 changes in the course of the works. */
  handedOver: '示例县戊镇酱菜作坊',
} as const;

/** The day the works are over. */
export const LAST_DAY = '2021-09-28';
/** The day of the county's scoring. */
export const ACCEPTED_DAY = '2021-10-12';
/** The day the award is paid and the year is over. */
export const END_DAY = '2021-12-08';

export const HELPERS = { first: '示例帮扶', second: '示例帮扶乙' } as const;
