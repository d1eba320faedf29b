# syntax=docker/dockerfile:1

# toolchain is what both build stages start from
FROM rust:1.98-slim-trixie AS toolchain
WORKDIR /src
RUN cargo install cargo-chef --locked

# recipe lists the dependencies and nothing else
FROM toolchain AS recipe
COPY . .
RUN cargo chef prepare --recipe-path recipe.json

# build compiles dependencies first, so a change in src/ does not repeat them
FROM toolchain AS build
COPY --from=recipe /src/recipe.json recipe.json
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    cargo chef cook --release --recipe-path recipe.json
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    cargo build --release --bin courier

# courier needs the C library of the Debian it was built on, and little else
FROM debian:trixie-slim AS courier
RUN useradd --system --uid 10001 courier
COPY --from=build /src/target/release/courier /usr/local/bin/courier
USER courier
ENTRYPOINT ["/usr/local/bin/courier"]
