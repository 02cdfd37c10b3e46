import { Skeleton } from 'antd';

/** Under construction. */
export const BackupsPage = () => <Skeleton active />;
