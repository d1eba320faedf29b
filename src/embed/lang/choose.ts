// Which language an embed speaks: what its author says, else what the page around says of itself, else English.

/** Languages there are files for, by the tags that lead to each. */
export const LANGUAGES = ['de', 'es', 'fr', 'ja', 'pt-BR', 'zh-Hans'] as const;
export type LanguageTag = (typeof LANGUAGES)[number];

/** The file for a BCP 47 tag: `de-AT` is German, `pt` Portuguese as in Brazil, `zh-CN` simplified; `null`: English. */
export function languageFor(tag: string): LanguageTag | null {
  const [language = '', ...rest] = tag.trim().toLowerCase().split(/[-_]/);
  if (language === 'zh') return rest.some((part) => /^(hant|tw|hk|mo)$/.test(part)) ? null : 'zh-Hans';
  return LANGUAGES.find((one) => one.split('-')[0]?.toLowerCase() === language) ?? null;
}

/** The tag that holds for an element: its own attribute, or that of the nearest one around it, through shadow roots too. */
export function tagOf(element: Element): string {
  for (let at: Element | null = element; at;) {
    const near: Element | null = at.closest('[lang]');
    const tag = near?.getAttribute('lang');
    if (tag) return tag;
    const root: Node = (near ?? at).getRootNode();
    at = near?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return '';
}
