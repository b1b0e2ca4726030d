# One side of Leerspoor: docker build --build-arg SIDE=command-side .
FROM maven:3.9-eclipse-temurin-25 AS build
ARG SIDE
WORKDIR /src
COPY . .
RUN mvn -B -ntp -q -DskipTests -Dspotless.check.skip=true -pl ${SIDE} -am package \
    && mv ${SIDE}/target/${SIDE}-*-exec.jar /leerspoor.jar

FROM eclipse-temurin:25-jre
RUN useradd --system leerspoor
USER leerspoor
COPY --from=build /leerspoor.jar /leerspoor.jar
ENV LEERSPOOR_ADDRESS=0.0.0.0
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-jar", "/leerspoor.jar"]
