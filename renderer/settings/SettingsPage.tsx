import { Skeleton } from 'antd';

/** Under construction. */
export const SettingsPage = () => <Skeleton active />;
