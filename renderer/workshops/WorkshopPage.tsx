import { Skeleton } from 'antd';

/** Under construction. */
export const WorkshopPage = () => <Skeleton active />;
