// Scene: every layout, for whoever has the whole core loaded.

import { columnar } from './column';
import { layered } from './layered';
import type { LayOut } from './layout';
import type { Direction } from './scene';

export const layouts: Readonly<Record<Direction, LayOut>> = { right: layered, down: columnar };
