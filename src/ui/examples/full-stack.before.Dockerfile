FROM golang:1.27
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /src
COPY . .
RUN cd web && npm install && npm run build
RUN cp -r web/dist internal/web/dist
RUN go build -o /usr/local/bin/kiosk ./cmd/kiosk
EXPOSE 8080
ENTRYPOINT ["/usr/local/bin/kiosk"]
