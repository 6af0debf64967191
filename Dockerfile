# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
RUN mvn -B -q dependency:go-offline
COPY bpmn bpmn
COPY routes routes
COPY src src
RUN mvn -B -q -DskipTests package

FROM debian:12-slim
# BIZ UDGothic is not in Debian 12; IPAex Gothic prints every character of the JIS standards.
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless fonts-ipaexfont fontconfig curl ca-certificates tzdata \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home --home-dir /var/lib/otodoke otodoke
ENV TZ=Asia/Tokyo LANG=C.UTF-8 OTODOKE_HOME=/var/lib/otodoke SPRING_PROFILES_ACTIVE=production OTODOKE_HEALTH_PORT=8081
COPY --from=build /source/target/otodoke.jar /opt/otodoke/otodoke.jar
USER otodoke
WORKDIR /var/lib/otodoke
VOLUME /var/lib/otodoke
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=5 \
    CMD curl --fail --silent http://127.0.0.1:${OTODOKE_HEALTH_PORT}/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/opt/otodoke/otodoke.jar"]
