import { Skeleton } from 'antd';

/** Under construction. */
export const ImportPage = () => <Skeleton active />;
