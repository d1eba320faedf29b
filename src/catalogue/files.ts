// Every generated data file, as addresses that the bundler turns into hashed assets beside the script that asks for them.

import { FIRST_FILES } from './first-files';

/** Everything there is to load, by name. */
export const FILES: Readonly<Record<string, URL>> = {
  ...FIRST_FILES,
  'images-more': new URL('./data/images-more.txt', import.meta.url),
  'images-retired': new URL('./data/images-retired.txt', import.meta.url),
  'apk-common': new URL('./data/apk-common.txt', import.meta.url),
  apk: new URL('./data/apk.txt', import.meta.url),
  'apk-complete': new URL('./data/apk-complete.txt', import.meta.url),
  'apt-bullseye-common': new URL('./data/apt-bullseye-common.txt', import.meta.url),
  'apt-bookworm-common': new URL('./data/apt-bookworm-common.txt', import.meta.url),
  'apt-trixie-common': new URL('./data/apt-trixie-common.txt', import.meta.url),
  'apt-sid-common': new URL('./data/apt-sid-common.txt', import.meta.url),
  'apt-bullseye': new URL('./data/apt-bullseye.txt', import.meta.url),
  'apt-bookworm': new URL('./data/apt-bookworm.txt', import.meta.url),
  'apt-trixie': new URL('./data/apt-trixie.txt', import.meta.url),
  'apt-sid': new URL('./data/apt-sid.txt', import.meta.url),
  'apt-bullseye-complete': new URL('./data/apt-bullseye-complete.txt', import.meta.url),
  'apt-bookworm-complete': new URL('./data/apt-bookworm-complete.txt', import.meta.url),
  'apt-trixie-complete': new URL('./data/apt-trixie-complete.txt', import.meta.url),
  'apt-sid-complete': new URL('./data/apt-sid-complete.txt', import.meta.url),
  layers: new URL('./data/layers.txt', import.meta.url),
};
