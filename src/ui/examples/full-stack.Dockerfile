# syntax=docker/dockerfile:1

# pages and binary do not need each other's tools, so BuildKit builds both at the same time
FROM node:24-alpine AS pages
WORKDIR /web
COPY web/package.json web/package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY web/ .
RUN npm run build

# binary takes the pages in, so that one file is the whole product
FROM golang:1.27-alpine AS binary
WORKDIR /src
ENV CGO_ENABLED=0
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
COPY --from=pages /web/dist internal/web/dist
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    go build -trimpath -ldflags="-s -w" -o /out/kiosk ./cmd/kiosk

# kiosk is that file
FROM gcr.io/distroless/static-debian13:nonroot AS kiosk
COPY --from=binary /out/kiosk /kiosk
USER nonroot
EXPOSE 8080
ENTRYPOINT ["/kiosk"]
