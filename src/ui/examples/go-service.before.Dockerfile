FROM golang:1.27
WORKDIR /src
COPY . .
RUN go build -o /usr/bin/tickets ./cmd/tickets
EXPOSE 8080
ENTRYPOINT ["/usr/bin/tickets"]
