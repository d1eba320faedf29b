import { describe, expect, it } from 'vitest';
import { siteAddress } from '../../config/site-address';

const PAGE = '<head><meta property="og:image" content="./social.png" /></head>';

interface Transform {
  readonly handler: (html: string) => string | { html: string; tags: { attrs: Record<string, string> }[] };
}

const headOf = (address: string) => (siteAddress(address).transformIndexHtml as unknown as Transform).handler(PAGE);

describe('the address of the published site', () => {
  it.each(['https://example.org/playground/', 'https://example.org/playground'])(
    '%s makes the page name itself and its picture',
    (address) => {
      const head = headOf(address);
      if (typeof head === 'string') throw new Error('the head was left as it was');
      expect(head.html).toContain('content="https://example.org/playground/social.png"');
      expect(head.tags[0]?.attrs).toEqual({ property: 'og:url', content: 'https://example.org/playground/' });
    },
  );

  it('leaves the page as it is when nobody says it', () => {
    expect(headOf('')).toBe(PAGE);
  });

  it.each(['example.org', '/playground/', 'javascript:alert(1)'])('%s is refused', (address) => {
    expect(() => siteAddress(address)).toThrow('SITE_ADDRESS');
  });
});
