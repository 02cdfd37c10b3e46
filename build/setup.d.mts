export const projectDir: string;
export const node24: string;
export function isInstalled(dir?: string): boolean;
export function setUp(): void;
