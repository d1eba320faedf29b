# syntax=docker/dockerfile:1

# build always runs on the builder's own processor and compiles for the one asked for: no emulation
FROM --platform=$BUILDPLATFORM golang:1.27-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
ARG TARGETOS
ARG TARGETARCH
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -ldflags="-s -w" -o /out/sensor .

# sensor is fetched for the platform asked for; choose linux/arm64 above to see it
FROM alpine:3.24 AS sensor
RUN adduser -D -u 10001 sensor
COPY --from=build /out/sensor /usr/local/bin/sensor
USER sensor
ENTRYPOINT ["/usr/local/bin/sensor"]
