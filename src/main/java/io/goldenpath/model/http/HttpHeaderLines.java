package io.goldenpath.model.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Redacted headers of a request or a reply as one text, a header a line: it takes less memory. */
public record HttpHeaderLines(String text) {

  public static final HttpHeaderLines NONE = new HttpHeaderLines("");

  /** One header. */
  public record Header(String name, String value) {

    static Header parse(String line) {
      int colon = line.indexOf(": ");
      return colon < 0
          ? new Header(line, "")
          : new Header(line.substring(0, colon), line.substring(colon + 2));
    }
  }

  public List<Header> all() {
    return text.lines().map(Header::parse).toList();
  }

  /** Values of one name are joined, as HTTP has it. */
  public Map<String, String> byName() {
    Map<String, String> headers = new LinkedHashMap<>();
    all()
        .forEach(header ->
            headers.merge(header.name(), header.value(), (one, more) -> one + ", " + more));
    return headers;
  }
}
