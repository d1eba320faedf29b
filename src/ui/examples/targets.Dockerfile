# syntax=docker/dockerfile:1

# packages is where every other stage begins
FROM node:24-alpine AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci

# dev is for the laptop: docker build --target dev
FROM packages AS dev
ENV NODE_ENV=development
COPY . .
USER node
CMD ["npm", "run", "dev"]

# test is for the pipeline: docker build --target test
FROM packages AS test
COPY . .
RUN npm run lint && npm test

# build compiles what goes to production
FROM packages AS build
COPY . .
RUN npm run build

# prod is last, so it is what docker build makes when nobody says otherwise
FROM node:24-alpine AS prod
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
CMD ["node", "dist/main.js"]
