export function reasonToInstall(root: string): Promise<string | null>;
export function install(root: string): Promise<void>;
