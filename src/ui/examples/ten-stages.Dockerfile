# syntax=docker/dockerfile:1
ARG GO_VERSION=1.27
ARG ALPINE_VERSION=3.24

# tools has what every build stage needs; it runs on the machine that builds
FROM --platform=$BUILDPLATFORM golang:${GO_VERSION}-alpine AS tools
RUN apk add --no-cache git make
WORKDIR /src
ENV CGO_ENABLED=0

# modules fetches dependencies once
FROM tools AS modules
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

# generate writes code from the API description
FROM modules AS generate
COPY api/ api/
RUN <<EOF
set -eu
mkdir -p gen
go run ./api/generate -out gen/api.go
EOF

# daemon, client and agent are cross-compiled for the platform asked for
FROM modules AS daemon
ARG TARGETOS
ARG TARGETARCH
COPY . .
COPY --from=generate /src/gen gen
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /out/relayd ./cmd/relayd

FROM modules AS client
ARG TARGETOS
ARG TARGETARCH
COPY . .
COPY --from=generate /src/gen gen
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /out/relay ./cmd/relay

FROM modules AS agent
ARG TARGETOS
ARG TARGETARCH
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /out/relay-agent ./cmd/agent

# dashboard is built by Node and served by the daemon
FROM --platform=$BUILDPLATFORM node:24-alpine AS dashboard
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web/ .
RUN npm run build

# system is the ground of the image that ships
FROM alpine:${ALPINE_VERSION} AS system
RUN apk add --no-cache ca-certificates tzdata && adduser -D -u 10001 relay

# test is asked for by name in the pipeline; the image does not need it
FROM modules AS test
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go test ./...

# release puts the pieces together
FROM system AS release
COPY --from=daemon /out/relayd /usr/bin/
COPY --from=client /out/relay /usr/bin/
COPY --from=agent /out/relay-agent /usr/bin/
COPY --from=dashboard /web/dist /srv/dashboard
COPY <<'EOF' /etc/relay/config.toml
listen = ":8443"
dashboard = "/srv/dashboard"
log = "info"
EOF
USER relay
EXPOSE 8443
ENTRYPOINT ["/usr/bin/relayd"]
