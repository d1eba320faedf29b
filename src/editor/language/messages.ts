// What crosses the boundary of the language worker.

import type { Service } from './service';

export type Method = keyof Service;

export interface Request {
  readonly id: number;
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly kind: 'result'; readonly result: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };
