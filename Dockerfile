# syntax=docker/dockerfile:1
ARG BUILD=docker.io/library/maven:3-eclipse-temurin-25
ARG RUNTIME=docker.io/library/debian:bookworm-slim

FROM ${BUILD} AS build
WORKDIR /build
COPY pom.xml .
COPY src src
RUN mvn -B -ntp -q package -DskipTests
COPY deploy/jlink-runtime deploy/thin-duckdb deploy/
RUN java -Djarmode=tools -jar target/etreprof-ml-api.jar extract --layers --destination layers \
 && deploy/thin-duckdb layers/dependencies/lib \
 && deploy/jlink-runtime runtime

FROM ${RUNTIME}
RUN useradd --no-create-home --no-log-init --uid 10001 --home-dir /app etreprof
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin
COPY --from=build /build/runtime /opt/java
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY deploy/train-aot-cache deploy/healthcheck deploy/jvm.options deploy/start-only.json ./
COPY --chown=etreprof data data
COPY --chown=etreprof models models
ENV PORT=8000 \
    SPRING_PROFILES_ACTIVE=cloud \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:InitialRAMPercentage=25 -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
# The cache is trained where it is used and as it is used: it is void when the runtime, a jar or a flag differs.
RUN ./train-aot-cache etreprof-ml-api.jar app.aot && rm -f models/recompute.json models/history.jsonl
USER etreprof
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["./healthcheck"]
ENTRYPOINT ["java", "@jvm.options", "-XX:CompilerDirectivesFile=start-only.json", "-XX:AOTCache=app.aot", \
  "-jar", "etreprof-ml-api.jar"]
