import { Skeleton } from 'antd';

/** Under construction. */
export const PublicityPage = () => <Skeleton active />;
