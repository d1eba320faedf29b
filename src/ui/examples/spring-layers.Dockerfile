# syntax=docker/dockerfile:1

# build makes the jar; Gradle's downloads stay in a cache
FROM gradle:9-jdk21 AS build
WORKDIR /src
COPY settings.gradle.kts build.gradle.kts ./
COPY src/ src/
RUN --mount=type=cache,target=/home/gradle/.gradle gradle bootJar --no-daemon

# layers takes the jar apart: what changes seldom first, the own classes last
FROM eclipse-temurin:21-jre-noble AS layers
WORKDIR /layers
COPY --from=build /src/build/libs/billing.jar billing.jar
RUN java -Djarmode=tools -jar billing.jar extract --layers --destination out

# billing gets one layer for each part, so a new release sends only what changed
FROM eclipse-temurin:21-jre-noble AS billing
WORKDIR /app
COPY --from=layers /layers/out/dependencies/ ./
COPY --from=layers /layers/out/spring-boot-loader/ ./
COPY --from=layers /layers/out/snapshot-dependencies/ ./
COPY --from=layers /layers/out/application/ ./
USER 10001
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "billing.jar"]
