import { Skeleton } from 'antd';

/** Under construction. */
export const SubmissionsPage = () => <Skeleton active />;
