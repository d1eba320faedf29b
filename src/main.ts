// Chooses the face of the page and loads it.
import './app.css';

const ground = document.getElementById('app');

// The framed embed is of the embed's own build, which knows how to live in a shadow root.
const frame = import.meta.env.DEV ? '/src/embed/frame.ts' : './embed/frame.js';

const asked = new URLSearchParams(location.search);
if (asked.has('embed')) {
  void import(/* @vite-ignore */ new URL(frame, document.baseURI).href);
} else if (asked.has('speaker')) {
  void import('./present/speaker-mount').then(({ mountSpeaker }) => {
    if (ground) mountSpeaker(ground, location.hash.slice(1));
  });
} else {
  void import('./ui/mount').then(({ mountPlayground }) => {
    if (ground) mountPlayground(ground);
  });
}
