import { Skeleton } from 'antd';

/** Under construction. */
export const PlanPage = () => <Skeleton active />;
