# One side of Leerspoor: docker build --build-arg SIDE=command-side .
FROM maven:3.9-eclipse-temurin-25 AS build
ARG SIDE
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl ${SIDE} -am package \
    && mv ${SIDE}/target/${SIDE}-*-exec.jar /leerspoor.jar

FROM eclipse-temurin:25-jre
# a number that owners of mounted folders can be given
RUN useradd --uid 10001 --no-create-home leerspoor
USER leerspoor
COPY --from=build /leerspoor.jar /leerspoor.jar
ENV LEERSPOOR_ADDRESS=0.0.0.0 LEERSPOOR_PORT=8080 LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=20 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-jar", "/leerspoor.jar"]
