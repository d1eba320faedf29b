// The Dockerfile most host pages show, and the pages themselves: each a function of the playground's address.
export const DOCKERFILE = `FROM golang:1.24-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /out/harbour ./cmd/harbour

FROM scratch
COPY --from=build /out/harbour /harbour
ENTRYPOINT ["/harbour"]
`;

export const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
