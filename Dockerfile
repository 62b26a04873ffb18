# syntax=docker/dockerfile:1
ARG BUILD=docker.io/library/maven:3-eclipse-temurin-25
ARG RUNTIME=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD} AS build
WORKDIR /build
COPY pom.xml .
COPY src src
RUN mvn -B -ntp -q package -DskipTests \
 && java -Djarmode=tools -jar target/etreprof-ml-api.jar extract --layers --destination layers

FROM ${RUNTIME}
RUN useradd --system --uid 10001 --home-dir /app etreprof
WORKDIR /app
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY deploy/train-aot-cache deploy/healthcheck ./
COPY data data
COPY models models
ENV PORT=8000 \
    JAVA_TOOL_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError"
# The cache is trained where it is used and as it is used: it is void when the runtime, a jar or a flag differs.
RUN ./train-aot-cache etreprof-ml-api.jar app.aot && chown -R etreprof data models
USER etreprof
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s CMD ["./healthcheck"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:AOTCache=app.aot", "-jar", "etreprof-ml-api.jar"]
