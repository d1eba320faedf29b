FROM elixir:1.20
WORKDIR /src
COPY . .
RUN mix local.hex --force
RUN mix local.rebar --force
RUN mix deps.get
RUN MIX_ENV=prod mix compile
EXPOSE 4000
CMD ["mix", "run", "--no-halt"]
