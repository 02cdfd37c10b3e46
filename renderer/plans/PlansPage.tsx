import { Skeleton } from 'antd';

/** Under construction. */
export const PlansPage = () => <Skeleton active />;
