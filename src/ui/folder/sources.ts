// The two ways a browser gives a folder: dropped on the page, or chosen in a dialog.

import type { GivenFile, GivenFolder } from './read';

interface Source {
  readonly name: string;
  readonly folder: GivenFolder;
  readonly own: (name: string) => Promise<GivenFile | null>;
}

const given = (path: string, open: () => Promise<File>): GivenFile => ({
  path,
  size: async () => (await open()).size,
  text: async () => (await open()).text(),
});

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** One call gives at most a hundred entries; an empty answer is the end. */
async function* entriesOf(directory: FileSystemDirectoryEntry): AsyncGenerator<FileSystemEntry> {
  const reader = directory.createReader();
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (batch.length === 0) return;
    yield* batch;
  }
}

export function droppedFolder(root: FileSystemDirectoryEntry): Source {
  return {
    name: root.name,
    folder: async function* (skip) {
      const waiting: { directory: FileSystemDirectoryEntry; path: string }[] = [{ directory: root, path: '' }];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        for await (const entry of entriesOf(next.directory)) {
          const path = next.path + entry.name;
          if (entry.isFile) yield given(path, () => fileOf(entry as FileSystemFileEntry));
          else if (!skip(path)) waiting.push({ directory: entry as FileSystemDirectoryEntry, path: `${path}/` });
        }
      }
    },
    own: (name) =>
      new Promise((resolve) => {
        root.getFile(
          name,
          {},
          (entry) => {
            resolve(given(name, () => fileOf(entry as FileSystemFileEntry)));
          },
          () => {
            resolve(null);
          },
        );
      }),
  };
}

/** From `<input type="file" webkitdirectory>`: every path starts with the folder's own name. */
export function chosenFolder(list: FileList): Source {
  const files = Array.from(list, (file) => {
    const path = file.webkitRelativePath.slice(file.webkitRelativePath.indexOf('/') + 1);
    return given(path, () => Promise.resolve(file));
  });
  return {
    name: list[0]?.webkitRelativePath.split('/', 1)[0] ?? '',
    // The dialog hands over every file at once: there is no folder left to skip.
    folder: async function* () {
      yield* files;
    },
    own: (name) => Promise.resolve(files.find((file) => file.path === name) ?? null),
  };
}
