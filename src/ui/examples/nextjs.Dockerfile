# syntax=docker/dockerfile:1

# packages installs once for every change that leaves the lock file alone
FROM node:24-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

# build needs output: 'standalone' in next.config.js: it gathers the few packages the server uses
FROM packages AS build
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN --mount=type=cache,target=/app/.next/cache npm run build

# shop serves them, without npm's node_modules
FROM node:24-alpine AS shop
ENV NODE_ENV=production \
    HOSTNAME=0.0.0.0 \
    PORT=3000
WORKDIR /app
COPY --from=build --chown=node:node /app/public ./public
COPY --from=build --chown=node:node /app/.next/standalone ./
COPY --from=build --chown=node:node /app/.next/static ./.next/static
USER node
EXPOSE 3000
CMD ["node", "server.js"]
