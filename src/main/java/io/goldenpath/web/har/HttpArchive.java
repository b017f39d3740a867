package io.goldenpath.web.har;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A HAR 1.2 document, with the fields that Chromium adds for WebSockets. */
record HttpArchive(Log log) {

  /** All of it. */
  record Log(Creator creator, List<Page> pages, List<Entry> entries) {

    @JsonProperty
    String version() {
      return "1.2";
    }
  }

  /** Who wrote it. */
  record Creator(String name, String version) {}

  /** What a browser's tab would be: here the user of a run. */
  record Page(String startedDateTime, String id, String title) {

    /** Nothing is drawn, so nothing is timed. */
    @JsonProperty
    Map<String, Object> pageTimings() {
      return Map.of();
    }
  }

  /** One exchange; times are in milliseconds. */
  record Entry(
      String pageref,
      String startedDateTime,
      double time,
      Request request,
      Response response,
      Timings timings,
      @JsonUnwrapped Connection connection) {

    @JsonProperty
    Map<String, Object> cache() {
      return Map.of();
    }
  }

  /**
   * Where it went, and what was said there once it was a WebSocket.
   *
   * @param server Null where it is not known.
   * @param messages Null for what is no WebSocket.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Connection(
      @JsonProperty("serverIPAddress") @Nullable String server,
      @JsonProperty("_webSocketMessages") @Nullable List<Message> messages) {

    @JsonProperty("_resourceType")
    String resourceType() {
      return messages == null ? "fetch" : "websocket";
    }
  }

  /** A request without its query and its body. */
  record Request(String method, String url, @JsonUnwrapped Head head) {

    @JsonProperty
    List<Header> queryString() {
      return List.of();
    }
  }

  /** A reply without its body. */
  record Response(int status, String statusText, @JsonUnwrapped Head head) {

    @JsonProperty
    Map<String, Object> content() {
      return Map.of("size", 0, "mimeType", "x-unknown");
    }

    @JsonProperty("redirectURL")
    String redirect() {
      return "";
    }
  }

  /** What requests and replies both have; cookies stand in the headers, masked. */
  record Head(List<Header> headers) {

    @JsonProperty
    String httpVersion() {
      return "HTTP/1.1";
    }

    @JsonProperty
    List<Header> cookies() {
      return List.of();
    }

    @JsonProperty
    int headersSize() {
      return -1;
    }

    @JsonProperty
    int bodySize() {
      return -1;
    }
  }

  /** One header. */
  record Header(String name, String value) {}

  /** Phases in milliseconds; -1 for what there was none of. */
  record Timings(
      double dns,
      double connect,
      double ssl,
      double send,
      @JsonProperty("wait") double waited,
      double receive) {

    @JsonProperty
    double blocked() {
      return -1;
    }
  }

  /**
   * One message on a WebSocket.
   *
   * @param type {@code send} or {@code receive}.
   * @param time Seconds since 1970.
   * @param opcode 1 for text, 2 for binary.
   */
  record Message(String type, double time, int opcode, String data) {}
}
