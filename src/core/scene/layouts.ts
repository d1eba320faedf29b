// Scene: every layout, for whoever has the whole core loaded.

import { layOut as banded } from '../wide';
import { columnar } from './column';
import type { LayOut } from './layout';
import type { Direction } from './scene';

export const layouts: Readonly<Record<Direction, LayOut>> = { right: banded, down: columnar };
