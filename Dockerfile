# Build the jar first: mvn -P release package
# What its labels say: --build-arg VERSION=0.1.0 --build-arg REVISION=$(git rev-parse HEAD)
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
# It ends with a verdict, a page and a scrape, however long they take.
RUN java -XX:Flags=jvm.flags -XX:AOTCacheOutput=monitor.aot -Djava.io.tmpdir=/data -jar monitor.jar --goldenpath.demo.enabled=true > training.log & \
    monitor=$!; trained=false; \
    timeout 120 sh -c 'until grep -q " is up " training.log; do sleep 0.1; done' \
    && java -jar monitor.jar health http://127.0.0.1:8080/ http://127.0.0.1:8080/actuator/prometheus \
    && trained=true; \
    kill -TERM $monitor; wait $monitor; cat training.log; \
    $trained && test -s monitor.aot && rm -rf /data/* training.log
# Or any user of group 0, as OpenShift has it.
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0 GOLDENPATH_DATA=/data
EXPOSE 8080
# The one folder that is written to; the rest may be read-only.
VOLUME /data
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["java", "-XX:Flags=jvm.flags", "-XX:AOTCache=monitor.aot", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-jar", "monitor.jar", "health"]
# Last, so that another commit makes no other layer.
ARG BASE VERSION REVISION
LABEL org.opencontainers.image.title="Golden Path Monitor" \
      org.opencontainers.image.description="Walks the golden path of an AI chat product as a real user, and tells the truth about it" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="${BASE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENTRYPOINT ["java", "-XX:Flags=jvm.flags", "-XX:AOTCache=monitor.aot", "-XX:ErrorFile=/data/crash.log", "-Djava.io.tmpdir=/data", "-jar", "monitor.jar"]
