// The live graph in place of the static picture: loaded when a reader first points at it or asks for it by keyboard.

import { mount, unmount } from 'svelte';
import type { ElementId, Say, Scene } from '../core';
import Graph from '../graph/Graph.svelte';

export interface LiveProps {
  scene: Scene;
  translate: Say;
  selected: ElementId | null;
  onselect: (id: ElementId | null) => void;
  onunfold: (stage: number) => void;
}

export interface LiveGraph {
  update(props: Partial<LiveProps>): void;
  destroy(): void;
}

export function goLive(target: HTMLElement, first: LiveProps): LiveGraph {
  let props: LiveProps = $state.raw({ ...first });
  const component = mount(Graph, {
    target,
    props: {
      get scene() {
        return props.scene;
      },
      get translate() {
        return props.translate;
      },
      get selected() {
        return props.selected;
      },
      onselect: (id: ElementId | null) => {
        props.onselect(id);
      },
      onunfold: (stage: number) => {
        props.onunfold(stage);
      },
      wheel: 'guarded',
      adopted: true,
    },
  });
  return {
    update(change) {
      props = { ...props, ...change };
    },
    destroy() {
      void unmount(component);
    },
  };
}
