// Exports: text inside XML. Characters XML 1.0 cannot hold at all are replaced, so any Dockerfile makes a valid file.

/** What XML 1.0 has no way to write: controls but tab and line ends, non-characters, halves of surrogate pairs. */
const forbidden = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\ufffe\uffff]|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

export const escapeXml = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"\r]/g, (char) => entities[char] ?? char);

/** The Dockerfile an exported SVG carries, or `null` when it carries none. */
export function dockerfileInSvg(svg: string): string | null {
  const found = /<dockerfile xmlns="urn:dockerfile-playground">([^<]*)<\/dockerfile>/.exec(svg)?.[1];
  if (found === undefined) return null;
  const chars: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };
  return found.replace(/&(amp|lt|gt|quot|#13);/g, (whole, name: string) => chars[name] ?? whole);
}
