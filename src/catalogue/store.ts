// The images that have been loaded so far, by name and tag; shapes are read the first time an image is asked for.

import type { ImageEntry, ImageFile, LayerEntry, TagGroup } from './entry';
import type { Shaped } from './nearest';
import { readGroup } from './tag';

export interface Family {
  readonly name: string;
  readonly groups: readonly Shaped[];
  readonly byTag: ReadonlyMap<string, Shaped>;
}

/** The groups of one image from several files: a group that is there already, told by its first tag, gains the rows of the next. */
function merged([first, ...more]: readonly ImageEntry[]): readonly TagGroup[] {
  if (!first || more.length === 0) return first?.groups ?? [];
  const groups = [...first.groups];
  for (const image of more) {
    const byFirst = new Map(groups.map((group, i) => [group.tags[0], i]));
    for (const group of image.groups) {
      const i = byFirst.get(group.tags[0]);
      const same = i === undefined ? undefined : groups[i];
      if (i === undefined || same === undefined) groups.push(group);
      else groups[i] = { ...same, distro: same.distro ?? group.distro, rows: [...same.rows, ...group.rows] };
    }
  }
  return groups;
}

export class ImageStore {
  private readonly images = new Map<string, ImageEntry[]>();
  private readonly families = new Map<string, Family>();
  private readonly layers = new Map<string, LayerEntry>();

  add(file: ImageFile): void {
    for (const image of file.images) {
      const present = this.images.get(image.name);
      if (present) present.push(image);
      else this.images.set(image.name, [image]);
      this.families.delete(image.name);
    }
  }

  addLayers(entries: readonly LayerEntry[]): void {
    for (const entry of entries) this.layers.set(`${entry.name}:${entry.tag}`, entry);
  }

  names(): string[] {
    return [...this.images.keys()];
  }

  /** The family of that name; distroless images carry their Debian release or leave it out. */
  family(name: string): Family | null {
    const own = this.familyOf(name);
    if (own || !name.startsWith('gcr.io/distroless/')) return own;
    const bare = name.replace(/-debian\d+$/, '');
    for (const twin of [bare, `${bare}-debian12`, `${bare}-debian13`]) {
      const family = this.familyOf(twin);
      if (family) return family;
    }
    return null;
  }

  private familyOf(name: string): Family | null {
    const known = this.families.get(name);
    if (known) return known;
    const images = this.images.get(name);
    if (!images) return null;
    const shaped = merged(images).map((group) => ({ group, shape: readGroup(name, group.tags) }));
    const byTag = new Map<string, Shaped>();
    for (const each of shaped) for (const tag of each.group.tags) if (!byTag.has(tag)) byTag.set(tag, each);
    const family = { name, groups: shaped, byTag };
    this.families.set(name, family);
    return family;
  }

  layersOf(name: string, tags: readonly string[]): LayerEntry | null {
    for (const tag of tags) {
      const entry = this.layers.get(`${name}:${tag}`);
      if (entry) return entry;
    }
    return null;
  }
}
