// Exports: the colours of the tokens where there is no `app.css`. Kept equal to it by a test.

import type { Token } from '../look/css';

export type Palette = Readonly<Record<Token, string>>;

export const light: Palette = {
  ink: '#1b2430',
  soft: '#566273',
  line: '#dce1e8',
  edge: '#838e9d',
  paper: '#fafaf8',
  card: '#ffffff',
  raised: '#f1f3f6',
  focus: '#1d5fd0',
  base: '#6b778b',
  'base-soft': '#edf0f5',
  added: '#2259ad',
  carried: '#d06a06',
  'carried-ink': '#954700',
  'carried-soft': '#fff2e2',
  left: '#8791a0',
  'left-soft': '#f1f3f5',
  ship: '#125c3a',
  problem: '#b3261e',
  'problem-soft': '#fdeeec',
  warn: '#8a5a00',
};

export const dark: Palette = {
  ink: '#e6ebf2',
  soft: '#a4b0c0',
  line: '#2c3643',
  edge: '#6c7a8f',
  paper: '#10151c',
  card: '#171e27',
  raised: '#202935',
  focus: '#8ab8ff',
  base: '#8290a5',
  'base-soft': '#222c39',
  added: '#55a5fa',
  carried: '#f0923c',
  'carried-ink': '#ffb470',
  'carried-soft': '#33230f',
  left: '#77849a',
  'left-soft': '#1c242e',
  ship: '#74dba9',
  problem: '#ff9389',
  'problem-soft': '#3a1a18',
  warn: '#edbd58',
};
