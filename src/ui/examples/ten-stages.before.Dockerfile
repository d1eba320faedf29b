FROM golang:1.27-alpine
RUN apk add --no-cache git make nodejs npm ca-certificates tzdata
WORKDIR /src
COPY . .
RUN mkdir -p gen && go run ./api/generate -out gen/api.go
RUN go test ./...
RUN go build -o /usr/bin/relayd ./cmd/relayd
RUN go build -o /usr/bin/relay ./cmd/relay
RUN go build -o /usr/bin/relay-agent ./cmd/agent
RUN cd web && npm ci && npm run build && cp -r dist /srv/dashboard
EXPOSE 8443
ENTRYPOINT ["/usr/bin/relayd"]
