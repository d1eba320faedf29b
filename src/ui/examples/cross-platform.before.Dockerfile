FROM golang:1.27
WORKDIR /src
COPY . .
RUN go build -o /usr/local/bin/sensor .
ENTRYPOINT ["/usr/local/bin/sensor"]
