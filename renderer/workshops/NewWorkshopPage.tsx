import { Skeleton } from 'antd';

/** Under construction. */
export const NewWorkshopPage = () => <Skeleton active />;
