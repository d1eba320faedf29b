// What is dropped on the page: a Dockerfile, a picture that carries one, measured sizes, or a folder for the build
// context.

import type { App } from './app.svelte';

/** Both are asked for at the moment of the drop: the event's data is gone after it. */
export async function takeDrop(
  app: App,
  entry: FileSystemEntry | null | undefined,
  file: File | undefined,
): Promise<void> {
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
