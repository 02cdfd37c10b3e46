import { Skeleton } from 'antd';

/** Under construction. */
export const FirstStart = ({ backups }: { readonly backups: number }) => <Skeleton active={backups > 0} />;
