# syntax=docker/dockerfile:1

# vendor installs the packages; Composer itself is an image to copy nothing but its work from
FROM composer:2 AS vendor
WORKDIR /app
COPY composer.json composer.lock ./
RUN --mount=type=cache,target=/tmp/cache \
    composer install --no-dev --no-scripts --no-interaction --prefer-dist --ignore-platform-reqs
COPY src/ src/
RUN composer dump-autoload --no-dev --classmap-authoritative

# blog is PHP with the one extension it needs
FROM php:8.4-fpm-alpine AS blog
RUN docker-php-ext-install pdo_mysql
WORKDIR /srv/blog
COPY --from=vendor /app/vendor vendor/
COPY public/ public/
COPY src/ src/
USER www-data
EXPOSE 9000
