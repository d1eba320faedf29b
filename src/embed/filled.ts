// Elements without markup text, on the drawing side: `dom.ts` belongs to `embed.js`, with which no file is shared.

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Gives an element its attributes, the undefined ones left out, and its children. */
export function filled<E extends Element>(element: E, attributes: Attributes, children: readonly (Node | string)[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}
