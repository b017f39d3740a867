package io.goldenpath.wire.http;

import java.util.OptionalInt;

/** The head of a gzip stream (RFC 1952), of which only its length matters. */
final class GzipHeader {

  private static final int FIXED_BYTES = 10;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private GzipHeader() {}

  /** Empty where it is none; a stream that ends within its head is one without content. */
  static OptionalInt length(byte[] coded) {
    int[] magic = {0x1f, 0x8b, 8};
    for (int i = 0; i < Math.min(magic.length, coded.length); i++) {
      if ((coded[i] & 0xff) != magic[i]) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(Math.min(end(coded), coded.length));
  }

  private static int end(byte[] coded) {
    int flags = at(coded, 3);
    int end = FIXED_BYTES;
    if ((flags & HAS_EXTRA) != 0) {
      end += 2 + at(coded, end) + (at(coded, end + 1) << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      end = afterZero(coded, end);
    }
    if ((flags & HAS_COMMENT) != 0) {
      end = afterZero(coded, end);
    }
    return (flags & HAS_CHECKSUM) == 0 ? end : end + 2;
  }

  private static int afterZero(byte[] coded, int from) {
    int at = from;
    while (at < coded.length && coded[at] != 0) {
      at++;
    }
    return at + 1;
  }

  private static int at(byte[] coded, int index) {
    return index < coded.length ? coded[index] & 0xff : 0;
  }
}
