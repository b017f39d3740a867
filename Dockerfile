# Build the jar first: mvn -P release package
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE} AS layers
WORKDIR /layers
COPY target/golden-path-monitor-*.jar monitor.jar
RUN java -Djarmode=tools -jar monitor.jar extract --layers --destination extracted

FROM ${BASE}
RUN groupadd --gid 10001 monitor \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin monitor \
    && install --directory --owner=10001 --group=0 --mode=0770 /data
WORKDIR /app
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY src/main/dist/jvm.flags ./
# Nothing to watch must not look like all is well. A file, so that any other setting wins.
RUN printf 'goldenpath: { demo: { enabled: false } }\n' > application.yaml
# A short life of the monitor, with its demo platform to watch, teaches the JVM what to load at once next time.
# Its options are those of the entry point: a cache for other object headers is not taken.
RUN timeout --signal=TERM 12 java -XX:Flags=jvm.flags -XX:AOTCacheOutput=monitor.aot -Djava.io.tmpdir=/data -jar monitor.jar --goldenpath.demo.enabled=true; \
    test -s monitor.aot && rm -rf /data/*
# Or any user of group 0, as OpenShift has it.
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0 GOLDENPATH_DATA=/data
EXPOSE 8080
# The one folder that is written to; the rest may be read-only.
VOLUME /data
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["java", "-XX:Flags=jvm.flags", "-XX:AOTCache=monitor.aot", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-jar", "monitor.jar", "health"]
ENTRYPOINT ["java", "-XX:Flags=jvm.flags", "-XX:AOTCache=monitor.aot", "-XX:ErrorFile=/data/crash.log", "-Djava.io.tmpdir=/data", "-jar", "monitor.jar"]
