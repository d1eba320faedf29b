FROM gradle:9-jdk21
WORKDIR /src
COPY . .
RUN gradle bootJar --no-daemon
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/src/build/libs/billing.jar"]
