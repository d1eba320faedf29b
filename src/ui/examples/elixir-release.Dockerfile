# syntax=docker/dockerfile:1

# build makes a release: the application, its packages and the Erlang runtime in one folder
FROM elixir:1.20-slim AS build
ENV MIX_ENV=prod
WORKDIR /src
RUN mix local.hex --force && mix local.rebar --force
COPY mix.exs mix.lock ./
RUN --mount=type=cache,target=/root/.cache mix deps.get --only prod && mix deps.compile
COPY config/ config/
COPY lib/ lib/
# size: 48MB
RUN mix release

# chat needs the C library and a few others, but neither Elixir nor Erlang
FROM debian:trixie-slim AS chat
RUN apt-get update \
    && apt-get install -y --no-install-recommends libstdc++6 openssl libncurses6 ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home chat
ENV LANG=C.UTF-8
COPY --from=build --chown=chat:chat /src/_build/prod/rel/chat /app
USER chat
EXPOSE 4000
CMD ["/app/bin/chat", "start"]
