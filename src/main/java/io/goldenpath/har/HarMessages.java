package io.goldenpath.har;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Reads requests, replies and frames of a HAR. */
final class HarMessages {

  private static final int MOST_UNZIPPED = 8 << 20;
  private static final int BINARY = 2;

  private HarMessages() {}

  static RecordedPart request(JsonNode request) {
    List<RecordedHeader> headers = headers(request);
    if (headers.stream().noneMatch(header -> header.name().equals("cookie"))) {
      String cookies =
          request
              .path("cookies")
              .valueStream()
              .map(HarMessages::pair)
              .collect(Collectors.joining("; "));
      if (!cookies.isEmpty()) {
        headers.add(new RecordedHeader("cookie", cookies));
      }
    }
    return new RecordedPart(headers, posted(request.path("postData")));
  }

  static RecordedPart response(JsonNode response) {
    List<RecordedHeader> headers = headers(response);
    if (headers.stream().noneMatch(header -> header.name().equals("set-cookie"))) {
      response
          .path("cookies")
          .forEach(cookie -> headers.add(new RecordedHeader("set-cookie", pair(cookie))));
    }
    JsonNode content = response.path("content");
    String text = content.path("text").asString("");
    boolean encoded = content.path("encoding").asString("").equals("base64");
    return new RecordedPart(headers, encoded ? text(bytes(text)) : text);
  }

  static RecordedFrame frame(JsonNode message) {
    boolean binary = message.path("opcode").asInt(1) == BINARY;
    String data = message.path("data").asString("");
    return new RecordedFrame(
        message.path("type").asString("").equals("send"),
        message.path("time").asDouble(0),
        binary,
        binary ? text(bytes(data)) : data);
  }

  private static String posted(JsonNode data) {
    String text = data.path("text").asString("");
    return text.isEmpty()
        ? data.path("params")
            .valueStream()
            .map(param ->
                url(param.path("name").asString("")) + "=" + url(param.path("value").asString("")))
            .collect(Collectors.joining("&"))
        : text;
  }

  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String pair(JsonNode cookie) {
    return cookie.path("name").asString("") + "=" + cookie.path("value").asString("");
  }

  /** Browsers write several headers of one name as lines of one value. */
  private static List<RecordedHeader> headers(JsonNode message) {
    List<RecordedHeader> headers = new ArrayList<>();
    for (JsonNode header : message.path("headers")) {
      String name = header.path("name").asString("");
      header
          .path("value")
          .asString("")
          .lines()
          .forEach(value -> headers.add(new RecordedHeader(name, value)));
    }
    return headers;
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return base64.getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String text(byte[] bytes) {
    boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    return new String(zipped ? unzipped(bytes) : bytes, StandardCharsets.UTF_8);
  }

  private static byte[] unzipped(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(MOST_UNZIPPED);
    } catch (IOException _) {
      return bytes;
    }
  }
}
