// The languages of an embed: complete, with the same places in every phrase, and every text that a picture or a step can
// show is found in them.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse, legend, steps, type Analysis } from '../../src/core';
import { createCatalogue } from '../../src/catalogue/catalogue';
import { LANGUAGES, languageFor } from '../../src/embed/lang/choose';
import { PHRASES, type Language } from '../../src/embed/lang/phrases';
import { translator } from '../../src/embed/lang/translate';
import { language as de } from '../../src/embed/lang/de';
import { language as es } from '../../src/embed/lang/es';
import { language as fr } from '../../src/embed/lang/fr';
import { language as ja } from '../../src/embed/lang/ja';
import { language as ptBr } from '../../src/embed/lang/pt-br';
import { language as zhHans } from '../../src/embed/lang/zh-hans';
import { sayCard, sayEdge, sayImage, sayRow } from '../../src/graph/speak';

const languages: readonly Language[] = [de, es, fr, ja, ptBr, zhHans];
const places = (text: string): string[] => (text.match(/\{[nls]?\}/g) ?? []).sort();

const texts = [
  ...readdirSync('tests/cases').map((name) => readFileSync(`tests/cases/${name}/Dockerfile`, 'utf8')),
  ...readdirSync('src/ui/examples')
    .filter((name) => name.endsWith('.Dockerfile'))
    .map((name) => readFileSync(`src/ui/examples/${name}`, 'utf8')),
  ...readdirSync('tests/conformance/cases').flatMap((name) =>
    readFileSync(`tests/conformance/cases/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { dockerfile: string }).dockerfile),
  ),
];
const catalogue = createCatalogue();

/** Everything that an embed of this Dockerfile would put into a language. */
function shown(text: string, say: (text: string) => string): Analysis {
  const analysis = analyse(text, { say }, catalogue);
  for (const { role, text: run } of analysis.sentence) if (role !== 'name') say(run);
  for (const { sentence } of steps(analysis)) say(sentence);
  for (const width of [100, 2000]) legend(analysis.scene, width, say);
  for (const card of analysis.scene.cards) {
    sayCard(card, say);
    for (const row of card.rows) sayRow(row, say);
  }
  for (const image of analysis.scene.images) sayImage(image, say);
  for (const edge of analysis.scene.edges) sayEdge(analysis.scene, edge, say);
  return analysis;
}

describe('the languages', () => {
  it('are those that can be chosen', () => {
    expect(languages.map(({ tag }) => tag)).toEqual([...LANGUAGES]);
  });

  it.each(languages)('$tag has every phrase, with the same places in it', ({ phrases }) => {
    expect(Object.keys(phrases).sort()).toEqual([...PHRASES].sort());
    for (const phrase of PHRASES) expect(places(phrases[phrase]), phrase).toEqual(places(phrase));
  });

  it.each(languages)('$tag keeps the blanks that runs of the sentence need at their ends', ({ phrases }) => {
    for (const phrase of PHRASES) if (/^ ·/.test(phrase)) expect(phrases[phrase], phrase).toMatch(/^ · /);
  });

  it('have a phrase for everything that a picture and its steps say', () => {
    const missed = new Set<string>();
    const say = translator(de, (text) => missed.add(text));
    for (const text of texts) shown(text, say);
    // Names of distributions, and why Docker cannot do something, in Docker's own words.
    const own = [...missed].filter(
      (text) =>
        !/^(?:BusyBox|Debian|Ubuntu|Alpine|Fedora|Rocky|Wolfi|Distroless|Amazon|Arch|openSUSE|Oracle|Photon|Red Hat|UBI|CentOS|AlmaLinux)\b/.test(
          text,
        ),
    );
    expect(own).toEqual([]);
  });
});

describe('a text in another language', () => {
  it.each([
    ['878\u00a0MB left behind', '878\u00a0MB bleiben zurück', '878\u00a0Mo non repris', '878\u00a0MB を残す'],
    ['1.9\u00a0MB + unknown', '1,9\u00a0MB + Unbekanntes', '1,9\u00a0Mo + inconnu', '1.9\u00a0MB + 不明分'],
    ['(0.085–40)', '(0,085–40)', '(0,085–40)', '(0.085–40)'],
    ['1.4×', '1,4×', '1,4×', '1.4×'],
    [
      'shipped: 3 layers, 1 file',
      'ausgeliefert: 3 Layer, 1 Datei',
      'livré : 3 couches, 1 fichier',
      '配布：3 レイヤー、1 ファイル',
    ],
    [
      'Ubuntu 24.04, system packages and the source',
      'Ubuntu 24.04, Systempakete und der Quelltext',
      'Ubuntu 24.04, paquets système et le code source',
      'Ubuntu 24.04、システムパッケージ、ソース',
    ],
    [
      'all of it: all of deps and more',
      'alles davon: alles aus deps und mehr',
      'en totalité : tout deps et autres',
      'すべて：deps のすべて、ほか',
    ],
    [
      'Carries /app and /etc/x from build to /srv: 2.2\u00a0MB. Everything else in build stays behind.',
      'Bringt /app und /etc/x von build nach /srv: 2,2\u00a0MB. Alles andere in build bleibt zurück.',
      'Apporte /app et /etc/x de build vers /srv : 2,2\u00a0Mo. Le reste de build n’est pas repris.',
      '/app、/etc/x を build から /srv へ運びます：2.2\u00a0MB。 build のそれ以外はすべて残ります。',
    ],
    [
      'The final image is 2.2\u00a0MB. 861\u00a0MB stays behind. As a single stage it would be 863\u00a0MB.',
      'Das fertige Image hat 2,2\u00a0MB. 861\u00a0MB bleiben zurück. Als eine einzige Stage wären es 863\u00a0MB.',
      'L’image finale fait 2,2\u00a0Mo. 861\u00a0Mo ne sont pas repris. En un seul stage, elle ferait 863\u00a0Mo.',
      '最終イメージは 2.2\u00a0MB です。 861\u00a0MB が残されます。 1 ステージなら 863\u00a0MB になります。',
    ],
    [
      'python:3.13 knows no such thing',
      'python:3.13 knows no such thing',
      'python:3.13 knows no such thing',
      'python:3.13 knows no such thing',
    ],
  ])('%s', (english, german, french, japanese) => {
    expect(translator(de)(english)).toBe(german);
    expect(translator(fr)(english)).toBe(french);
    expect(translator(ja)(english)).toBe(japanese);
  });

  it('leaves names alone, whatever they are', () => {
    const say = translator(de);
    expect(say('from {n} left behind')).toBe('aus {n} left behind');
    expect(say('Stage constructor')).toBe('Stage constructor');
    expect(say('constructor')).toBe('constructor');
    expect(say('$& takes nothing from it')).toBe('$& übernimmt nichts davon');
  });
});

describe('the language of a tag', () => {
  it.each([
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['PT-pt', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hant-TW', null],
    ['zh_HK', null],
    ['en-GB', null],
    ['', null],
    ['xx', null],
    ['../../de', null],
  ])('%s is %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});
