/** The ordered list of eras: the only registry. */
import type { Parser } from '../src/read/parser.js';
import { minnesanteckning } from './minnesanteckning/index.js';
import { motesanteckning } from './motesanteckning/index.js';
import { natverksanteckning } from './natverksanteckning/index.js';

export const parsers: readonly Parser[] = [minnesanteckning, motesanteckning, natverksanteckning];
