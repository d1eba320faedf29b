export const DOCKERFILE: string;
export function escape(text: string): string;
