// The texts of the examples but the first, fetched one by one; so many addresses that they are fetched apart themselves.

/** By file name. */
export const others = import.meta.glob<string>(['./*.Dockerfile', '!./go-scratch.Dockerfile'], {
  query: '?raw',
  import: 'default',
});
