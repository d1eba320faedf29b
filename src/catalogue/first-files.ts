// The data files that are loaded before anything else, as addresses that the bundler turns into hashed assets.

export const FIRST = ['images', 'npm', 'configs'] as const;

export const FIRST_FILES: Readonly<Record<string, URL>> = {
  images: new URL('./data/images.txt', import.meta.url),
  npm: new URL('./data/npm.txt', import.meta.url),
  configs: new URL('./data/configs.txt', import.meta.url),
};
