# syntax=docker/dockerfile:1

# build compiles with everything linked in, so that the program needs nothing around it
FROM debian:trixie-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends g++ cmake ninja-build \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY CMakeLists.txt ./
COPY src/ src/
RUN cmake -S . -B out -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_EXE_LINKER_FLAGS="-static -s" \
    && cmake --build out --target tracer

# tracer is a single file in an empty image, run by a number instead of a name
FROM scratch AS tracer
COPY --from=build /src/out/tracer /tracer
USER 65532:65532
ENTRYPOINT ["/tracer"]
