export function pageOf(name: string, source: string): string;
