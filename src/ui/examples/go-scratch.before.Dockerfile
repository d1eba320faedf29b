FROM ubuntu:24.04
RUN apt-get update && \
    apt-get install -y golang-go
WORKDIR /app
COPY calculator.go .
RUN go build -o calculator calculator.go
ENTRYPOINT ["./calculator"]
