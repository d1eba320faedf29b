FROM php:8.4-apache
RUN apt-get update && apt-get install -y git unzip
COPY --from=composer:2 /usr/bin/composer /usr/bin/composer
RUN docker-php-ext-install pdo_mysql
WORKDIR /srv/blog
COPY . .
RUN composer install
EXPOSE 80
