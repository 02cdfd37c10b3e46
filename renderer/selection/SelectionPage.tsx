import { Skeleton } from 'antd';

/** Under construction. */
export const SelectionPage = () => <Skeleton active />;
