import type { Server } from 'node:http';
export function prepareHosts(site: string): void;
export function serveHosts(port: number, site: string, hash: string): Promise<Server>;
