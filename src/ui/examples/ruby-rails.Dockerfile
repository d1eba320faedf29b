# syntax=docker/dockerfile:1

# base is what building and running have in common
FROM ruby:3.4-slim AS base
WORKDIR /rails
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 libjemalloc2 \
    && rm -rf /var/lib/apt/lists/*
ENV RAILS_ENV=production \
    BUNDLE_DEPLOYMENT=1 \
    BUNDLE_WITHOUT=development:test \
    BUNDLE_PATH=/usr/local/bundle

# build has the compilers that native gems ask for
FROM base AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends build-essential libpq-dev libyaml-dev git \
    && rm -rf /var/lib/apt/lists/*
COPY Gemfile Gemfile.lock ./
RUN bundle install && rm -rf /usr/local/bundle/ruby/*/cache
COPY . .
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile

# library is the application with its gems, and nobody's root
FROM base AS library
RUN useradd --system --uid 10001 --create-home rails
COPY --from=build /usr/local/bundle /usr/local/bundle
COPY --from=build --chown=rails:rails /rails /rails
USER rails
EXPOSE 3000
CMD ["./bin/rails", "server", "--binding", "0.0.0.0"]
