# syntax=docker/dockerfile:1

# build makes the jar with Maven
FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /src
COPY pom.xml .
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode dependency:go-offline
COPY src/ src/
RUN --mount=type=cache,target=/root/.m2 mvn --batch-mode package -DskipTests

# runtime cuts a Java runtime down to the modules the service uses
FROM eclipse-temurin:21-jdk AS runtime
RUN jlink --add-modules java.base,java.logging,java.net.http,java.sql,jdk.crypto.ec \
    --strip-debug --no-man-pages --no-header-files --compress zip-6 --output /opt/java

# service is a small Debian with that runtime and the jar
FROM debian:trixie-slim AS service
ENV JAVA_HOME=/opt/java \
    PATH="/opt/java/bin:$PATH"
COPY --from=runtime /opt/java /opt/java
COPY --from=build /src/target/service.jar /opt/service.jar
USER nobody
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/opt/service.jar"]
