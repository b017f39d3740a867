package io.goldenpath.tracing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Receives traces over OTLP, as a collector does. */
final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<ExportTraceServiceRequest> requests = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  private OtlpReceiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/v1/traces", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  static OtlpReceiver start() throws IOException {
    return new OtlpReceiver(0);
  }

  static OtlpReceiver startAt(int port) throws IOException {
    return new OtlpReceiver(port);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The setting that has traces sent here. */
  String setting() {
    return setting(port());
  }

  static String setting(int port) {
    return "--management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:"
        + port
        + "/v1/traces";
  }

  /** From now on takes requests and answers none. */
  void fallSilent() {
    silent = true;
  }

  List<ExportTraceServiceRequest> requests() {
    return requests;
  }

  List<Span> spans() {
    return requests.stream()
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .flatMap(scope -> scope.getSpansList().stream())
        .toList();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes()));
      if (silent) {
        end.await();
      }
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
