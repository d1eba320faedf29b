// Chooses the face of the page and loads it.
import './app.css';

void import('./ui/mount').then(({ mountPlayground }) => {
  const ground = document.getElementById('app');
  if (ground) mountPlayground(ground);
});
