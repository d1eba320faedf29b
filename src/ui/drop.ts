// What is dropped on the page: a Dockerfile, a picture that carries one, measured sizes, or a folder for the build
// context.

import type { App } from './app.svelte';

/** Whether the drag carries files; text dragged within the page is none of ours. */
export const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export async function takeDrop(app: App, event: DragEvent): Promise<void> {
  // Both have to be asked for before the first pause: the event's data is gone after it.
  const entry = event.dataTransfer?.items[0]?.webkitGetAsEntry();
  const file = event.dataTransfer?.files[0];
  if (entry?.isDirectory) {
    const [{ takeFolder }, { droppedFolder }] = await Promise.all([
      import('./folder/take'),
      import('./folder/sources'),
    ]);
    await takeFolder(app, droppedFolder(entry as FileSystemDirectoryEntry));
  } else if (file) {
    await (await import('./take-file')).takeFile(app, file);
  }
}
