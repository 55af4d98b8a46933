/**
 * The archive's tables, step by step: a step is never changed once it has been published, only followed by another.
 * docs/archive.md tells what each table and view holds.
 */
import { FIRST } from './first.js';
import { FOURTH } from './fourth.js';
import { SECOND } from './second.js';
import { THIRD } from './third.js';

export const MIGRATIONS: readonly string[] = [FIRST, SECOND, THIRD, FOURTH];
