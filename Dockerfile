# The monitor from its sources: docker build .
# From what `mvn package -Pdist` has left in target/: --build-arg PARTS=built
# With a base that cannot change: --build-arg BASE=NAME:TAG --build-arg BASE_DIGEST=sha256:…
# What its labels say: --build-arg VERSION=0.1.0 --build-arg REVISION=$(git rev-parse HEAD)
ARG BUILD=maven:3-eclipse-temurin-25
ARG BASE=eclipse-temurin:25-jre
ARG BASE_DIGEST=
ARG PARTS=compiled

FROM ${BUILD} AS compiled
WORKDIR /sources
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -Pdist -Dmaven.test.skip=true -Dtraining.skip package && mv target/golden-path-monitor /parts

FROM scratch AS built
COPY target/golden-path-monitor /parts

FROM ${PARTS} AS parts

FROM ${BASE}${BASE_DIGEST:+@${BASE_DIGEST}}
RUN groupadd --gid 10001 monitor \
    && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin monitor \
    && install --directory --owner=10001 --group=0 --mode=0770 /data
WORKDIR /app
COPY --from=parts /parts/lib lib/
COPY --from=parts /parts/monitor.jar /parts/jvm.flags ./
COPY --from=parts /parts/bin bin/
# Nothing to watch must not look like all is well. A file, so that any other setting wins.
RUN printf 'goldenpath: { demo: { enabled: false } }\n' > application.yaml
# A short life of the monitor, with its demo platform to watch, teaches the JVM what to load at once next time.
# Its options are those of the launcher: a cache for other object headers is not taken.
RUN java -Xlog:disable -Xlog:all=error -XX:Flags=jvm.flags -XX:AOTCacheOutput=monitor.aot -Djava.io.tmpdir=/data -cp /app/monitor.jar io.goldenpath.Training monitor.aot.java \
    && test -s monitor.aot && rm -rf /data/*
# Or any user of group 0, as OpenShift has it.
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0 GOLDENPATH_DATA=/data
EXPOSE 8080
# The one folder that is written to; the rest may be read-only.
VOLUME /data
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["/app/bin/golden-path", "health"]
# Last, so that another commit makes no other layer.
ARG BASE BASE_DIGEST VERSION REVISION
LABEL org.opencontainers.image.title="Golden Path Monitor" \
      org.opencontainers.image.description="Walks the golden path of an AI chat product as a real user, and tells the truth about it" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.base.name="${BASE}" \
      org.opencontainers.image.base.digest="${BASE_DIGEST}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
ENTRYPOINT ["/app/bin/golden-path"]
