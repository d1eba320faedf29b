FROM gcc:16
RUN apt-get update && apt-get install -y cmake ninja-build
WORKDIR /src
COPY . .
RUN cmake -S . -B out -G Ninja -DCMAKE_BUILD_TYPE=Release && cmake --build out --target tracer
ENTRYPOINT ["/src/out/tracer"]
