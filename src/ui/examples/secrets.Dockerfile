# syntax=docker/dockerfile:1

# packages logs in to a private registry; the token is lent to one step and is in no layer
FROM node:24-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev

# worker ships the packages and not the way they were fetched
FROM node:24-alpine AS worker
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY src/ src/
USER node
CMD ["node", "src/worker.js"]
