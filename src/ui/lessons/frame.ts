// A lesson in somebody else's page: the whole playground in a frame, as a lesson needs the editor too.

const HEIGHT = 720;

const quoted = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** `site`: whole address of the playground's folder. */
export const lessonFrame = (site: string, { id, title }: { readonly id: string; readonly title: string }): string =>
  `<iframe src="${quoted(`${site}#lesson=${id}`)}" title="${quoted(`Lesson: ${title}`)}" width="100%" height="${String(HEIGHT)}" loading="lazy" style="border: 0"></iframe>`;
