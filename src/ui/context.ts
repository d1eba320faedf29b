import { createContext } from 'svelte';
import type { App } from './app.svelte';

export const [usePlayground, providePlayground] = createContext<App>();
