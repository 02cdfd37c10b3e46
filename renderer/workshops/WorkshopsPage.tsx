import { Skeleton } from 'antd';

/** Under construction. */
export const WorkshopsPage = () => <Skeleton active />;
