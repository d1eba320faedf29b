FROM rust:1.98-trixie
WORKDIR /src
COPY . .
RUN cargo build --release --bin courier
ENTRYPOINT ["/src/target/release/courier"]
