// Opens a Dockerfile from the person's disk and saves it back: in place where the browser can, else by download.

export interface Opened {
  readonly name: string;
  readonly text: string;
  /** Writes back to the same file; `null` where the browser cannot. */
  readonly handle: FileSystemFileHandle | null;
}

/** Far above any Dockerfile; beyond it a file was surely chosen by mistake. */
const MOST_BYTES = 1_000_000;

interface Pickers {
  showOpenFilePicker?: () => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
}

const cancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** The text of a file, or why it cannot be opened here. */
async function readText(file: File): Promise<{ text: string } | { why: string }> {
  if (file.size > MOST_BYTES) return { why: `${file.name} is larger than 1 MB, which no Dockerfile is.` };
  const text = await file.text();
  return text.includes('\0') ? { why: `${file.name} is not a text file.` } : { text };
}

async function opened(file: File, handle: FileSystemFileHandle | null): Promise<Opened | { why: string }> {
  const read = await readText(file);
  return 'why' in read ? read : { name: file.name, text: read.text, handle };
}

/** `null` when the person chose nothing. */
export async function openFile(): Promise<Opened | { why: string } | null> {
  const { showOpenFilePicker } = window as Pickers;
  try {
    if (showOpenFilePicker) {
      const [handle] = await showOpenFilePicker.call(window);
      return handle ? await opened(await handle.getFile(), handle) : null;
    }
    const file = await new Promise<File | null>((settle) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.onchange = () => {
        settle(input.files?.[0] ?? null);
      };
      input.oncancel = () => {
        settle(null);
      };
      input.click();
    });
    return file ? await opened(file, null) : null;
  } catch (error) {
    if (cancelled(error)) return null;
    return { why: `The file could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function download(name: string, text: string): void {
  // As plain text a browser would add .txt to the name.
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** Saves the text; the handle to save to next time, a reason when it failed, `null` when the person stopped it. */
export async function saveFile(
  name: string,
  text: string,
  to: FileSystemFileHandle | null,
): Promise<{ handle: FileSystemFileHandle | null; how: 'saved' | 'downloaded' } | { why: string } | null> {
  const { showSaveFilePicker } = window as Pickers;
  try {
    const handle = to ?? (showSaveFilePicker ? await showSaveFilePicker.call(window, { suggestedName: name }) : null);
    if (!handle) {
      download(name, text);
      return { handle: null, how: 'downloaded' };
    }
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
    return { handle, how: 'saved' };
  } catch (error) {
    if (cancelled(error)) return null;
    return { why: `The file could not be saved: ${error instanceof Error ? error.message : String(error)}` };
  }
}
