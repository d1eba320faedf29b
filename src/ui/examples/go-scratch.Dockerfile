FROM ubuntu:24.04 AS builder
RUN apt-get update && \
    apt-get install -y golang-go
WORKDIR /app
COPY calculator.go .
RUN go build -o calculator calculator.go

FROM scratch
WORKDIR /app
COPY --from=builder /app/calculator .
ENTRYPOINT ["./calculator"]
