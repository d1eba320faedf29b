// Chat programs and search engines want whole addresses in a page's head, and a build that works from any folder knows none.
// Whoever publishes it may say: `SITE_ADDRESS=https://example.org/playground/ npm run build`.

import type { Plugin } from 'vite';

/** Throws when `address` is no address of the web. */
export function siteAddress(address = process.env['SITE_ADDRESS'] ?? ''): Plugin {
  if (address !== '' && !/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ''))
    throw new Error(`SITE_ADDRESS is to be a whole address as https://example.org/playground/, not ${address}`);
  return {
    name: 'site-address',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (address === '') return html;
        const home = new URL(address.endsWith('/') ? address : `${address}/`).href;
        const picture = new URL('social.png', home).href;
        return {
          html: html.replace('content="./social.png"', () => `content="${picture}"`),
          tags: [{ tag: 'meta', attrs: { property: 'og:url', content: home }, injectTo: 'head' }],
        };
      },
    },
  };
}
