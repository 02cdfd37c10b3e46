/** For a table's `loading`: its turning mark says what is waited for. */
export const reading = (loading: boolean) => ({ spinning: loading, description: '正在读取…' });
