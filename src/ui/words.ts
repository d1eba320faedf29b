// What is said of the things in the picture and where they came from, fetched once the picture is drawn.

export { describe, trace } from '../core';
