FROM maven:3-eclipse-temurin-21
WORKDIR /src
COPY . .
RUN mvn --batch-mode package -DskipTests
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "/src/target/service.jar"]
