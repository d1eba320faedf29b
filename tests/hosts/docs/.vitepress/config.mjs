// A small VitePress site as a docs author would have it; the address of the playground comes from the test.
import { defineConfig } from 'vitepress';

export default defineConfig({
  base: '/docs/',
  title: 'Harbour docs',
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'dockerfile-playground' } } },
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['script', { type: 'module', src: `${process.env.PLAYGROUND}embed.js`, 'data-blocks': 'all' }],
  ],
  outDir: './.vitepress/dist',
});
