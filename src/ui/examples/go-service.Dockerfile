# syntax=docker/dockerfile:1

# build compiles one static binary; modules and compiled packages stay in caches between builds
FROM golang:1.27-alpine AS build
WORKDIR /src
ENV CGO_ENABLED=0
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /out/tickets ./cmd/tickets

# tickets has certificates, time zones and a user without rights, but no shell
FROM gcr.io/distroless/static-debian13:nonroot AS tickets
COPY --from=build /out/tickets /usr/bin/tickets
USER nonroot
EXPOSE 8080
ENTRYPOINT ["/usr/bin/tickets"]
