package io.goldenpath.wire.http;

import java.io.ByteArrayOutputStream;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one gzip or deflate coding: as far as it could be read, checksums and whatever
 * follows the stream apart.
 */
final class Inflation {

  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final String DEFLATE = "deflate";
  private static final int BUFFER_BYTES = 8 * 1024;

  private final byte[] bytes;
  private final @Nullable String flaw;

  private Inflation(byte[] bytes, @Nullable String flaw) {
    this.bytes = bytes;
    this.flaw = flaw;
  }

  static boolean undoes(String coding) {
    return GZIP.contains(coding) || coding.equals(DEFLATE);
  }

  static Inflation of(byte[] coded, String coding, int bound) {
    if (coded.length == 0) {
      return new Inflation(coded, null);
    }
    if (coding.equals(DEFLATE)) {
      return inflate(coded, 0, !hasZlibHeader(coded), coding, bound);
    }
    OptionalInt start = GzipHeader.length(coded);
    return start.isPresent()
        ? inflate(coded, start.getAsInt(), true, coding, bound)
        : new Inflation(new byte[0], "its body is no gzip, although Content-Encoding says so");
  }

  byte[] bytes() {
    return bytes;
  }

  /** Why it is not whole, as a clause; null where it is. */
  @Nullable String flaw() {
    return flaw;
  }

  private static Inflation inflate(byte[] coded, int start, boolean raw, String coding, int bound) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    Inflater inflater = new Inflater(raw);
    String flaw = null;
    try {
      inflater.setInput(coded, start, coded.length - start);
      int length = inflater.inflate(buffer);
      while (length > 0 && flaw == null) {
        int room = bound - out.size();
        out.write(buffer, 0, Math.min(length, room));
        flaw = length > room ? "its body, unpacked, is more than " + bound + " bytes" : null;
        length = inflater.inflate(buffer);
      }
      if (flaw == null && !inflater.finished()) {
        flaw = "its " + coding + " ends in mid-stream";
      }
    } catch (DataFormatException broken) {
      flaw = "its " + coding + " is broken: " + broken.getMessage();
    } finally {
      inflater.end();
    }
    return new Inflation(out.toByteArray(), flaw);
  }

  /** Some servers leave it out. */
  private static boolean hasZlibHeader(byte[] coded) {
    int first = coded[0] & 0xff;
    int second = coded.length > 1 ? coded[1] & 0xff : 0;
    return (first & 0x8f) == 8 && (first << 8 | second) % 31 == 0;
  }
}
