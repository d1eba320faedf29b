// How a reveal.js deck drives an embed: the deck's own keys move the steps while there are any, then the slides.
import Reveal from '/reveal/reveal.mjs';

const graph = document.querySelector('dockerfile-playground');
const deck = new Reveal({ hash: false, transition: 'none' });
await deck.initialize();
deck.addKeyBinding({ keyCode: 39, key: 'Right', description: 'Next' }, () => {
  const here = deck.getCurrentSlide().contains(graph);
  if (here && graph.step < graph.steps) graph.next();
  else deck.right();
});
globalThis.deck = deck;
