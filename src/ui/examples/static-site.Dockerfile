# syntax=docker/dockerfile:1

# site turns Markdown into pages
FROM node:24-alpine AS site
WORKDIR /site
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
RUN npm run build

# web serves them on a port that needs no rights
FROM nginx:stable-alpine-slim AS web
RUN chown -R nginx:nginx /run /var/cache/nginx
COPY <<'CONF' /etc/nginx/conf.d/default.conf
server {
  listen 8080;
  root /usr/share/nginx/html;
  gzip_static on;
  location /assets/ { expires 1y; }
  location / { try_files $uri $uri/ /404.html; }
}
CONF
COPY --from=site /site/dist /usr/share/nginx/html
USER nginx
EXPOSE 8080
