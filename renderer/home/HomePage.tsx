import { Skeleton } from 'antd';

/** Under construction. */
export const HomePage = () => <Skeleton active />;
