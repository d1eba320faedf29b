// Chooses the face of the page and loads it.
import './app.css';

const ground = document.getElementById('app');

// The framed embed is of the embed's own build, which knows how to live in a shadow root.
const frame = import.meta.env.DEV ? '/src/embed/frame.ts' : './embed/frame.js';

if (new URLSearchParams(location.search).has('embed')) {
  void import(/* @vite-ignore */ new URL(frame, document.baseURI).href);
} else {
  void import('./ui/mount').then(({ mountPlayground }) => {
    if (ground) mountPlayground(ground);
  });
}
