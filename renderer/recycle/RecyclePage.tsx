import { Skeleton } from 'antd';

/** Under construction. */
export const RecyclePage = () => <Skeleton active />;
