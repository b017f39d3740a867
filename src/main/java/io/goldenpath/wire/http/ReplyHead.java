package io.goldenpath.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the head of a reply as Chromium does: it ends at the first empty line, each carriage return
 * or line feed ends a line, and what is no header line is skipped.
 */
final class ReplyHead {

  private static final String HTTP = "http";

  /** So many bytes may stand before it. */
  private static final int MAX_JUNK = 4;

  /** So many bytes tell whether it is one. */
  static final int TELLING_BYTES = MAX_JUNK + HTTP.length();

  private static final Pattern VERSION = Pattern.compile("(?i)http/(\\d)?[^.]*\\.(\\d)?.*");
  private static final Pattern STATUS = Pattern.compile("[^ ]* +(\\d+).*");
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern CONTINUABLE = Pattern.compile("[^ \\t:][^:]*:.*");
  private static final int MAX_STATUS_DIGITS = 9;

  private ReplyHead() {}

  /** Index of its first byte, which has to be near; -1 where it has not come. */
  static int start(ByteBuf in) {
    int length = Math.min(in.readableBytes(), TELLING_BYTES);
    String text = in.toString(in.readerIndex(), length, ISO_8859_1);
    for (int i = 0; i <= MAX_JUNK; i++) {
      if (text.regionMatches(true, i, HTTP, 0, HTTP.length())) {
        return in.readerIndex() + i;
      }
    }
    return -1;
  }

  /** Index after its last byte; -1 where that has not come. */
  static int end(ByteBuf in, int start) {
    int feed = in.indexOf(start, in.writerIndex(), (byte) '\n');
    while (feed >= 0) {
      int next = startsWith(in, feed + 1, '\r') ? feed + 2 : feed + 1;
      if (startsWith(in, next, '\n')) {
        return next + 1;
      }
      feed = in.indexOf(feed + 1, in.writerIndex(), (byte) '\n');
    }
    return -1;
  }

  private static boolean startsWith(ByteBuf in, int index, char expected) {
    return index < in.writerIndex() && in.getByte(index) == expected;
  }

  /** Reads on behind it. */
  static HttpResponse read(ByteBuf in, int start, int end) throws BrokenReplyException {
    String text = in.toString(start, end - start, ISO_8859_1);
    in.readerIndex(end);
    if (text.indexOf('\0') >= 0) {
      throw new BrokenReplyException("its head holds a NUL");
    }
    List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    unfolded(lines.subList(1, lines.size())).forEach(line -> add(line, headers));
    return new DefaultHttpResponse(version(lines.getFirst()), status(lines.getFirst()), headers);
  }

  /** Lines that begin with a blank go on with the header line before them. */
  private static List<String> unfolded(List<String> lines) {
    List<String> unfolded = new ArrayList<>();
    boolean continuable = false;
    for (String line : lines) {
      if (continuable && (line.startsWith(" ") || line.startsWith("\t"))) {
        unfolded.set(unfolded.size() - 1, unfolded.getLast() + " " + line.strip());
      } else {
        unfolded.add(line);
        continuable = CONTINUABLE.matcher(line).matches();
      }
    }
    return unfolded;
  }

  private static void add(String line, HttpHeaders headers) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? "" : trimmed(line.substring(0, colon));
    if (!line.startsWith(" ") && !line.startsWith("\t") && TOKEN.matcher(name).matches()) {
      headers.add(name, trimmed(line.substring(colon + 1)));
    }
  }

  private static String trimmed(String text) {
    return text.replaceAll("^[ \t]+|[ \t]+$", "");
  }

  /** What is none counts as 1.0. */
  private static HttpVersion version(String line) {
    Matcher digits = VERSION.matcher(line);
    boolean whole = digits.matches() && digits.group(1) != null && digits.group(2) != null;
    return whole && (digits.group(1) + digits.group(2)).compareTo("11") >= 0
        ? HttpVersion.HTTP_1_1
        : HttpVersion.HTTP_1_0;
  }

  /** 200 where there is none. */
  private static HttpResponseStatus status(String line) {
    Matcher digits = STATUS.matcher(line);
    if (!digits.matches()) {
      return HttpResponseStatus.OK;
    }
    String significant = digits.group(1).replaceFirst("^0+(?=.)", "");
    return HttpResponseStatus.valueOf(
        significant.length() > MAX_STATUS_DIGITS
            ? Integer.MAX_VALUE
            : Integer.parseInt(significant));
  }
}
