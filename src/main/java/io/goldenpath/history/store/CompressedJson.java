package io.goldenpath.history.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A value as compressed JSON, in parts that every database takes. */
public final class CompressedJson {

  /** H2 takes a megabyte. */
  private static final int MAX_PART = 1 << 19;

  private static final int PART = 4096;

  /** To make one costs more than to compress a run with it: it has 256 KiB of its own. */
  private static final Deflater DEFLATER = new Deflater();

  private static final Lock SHARED = new ReentrantLock();

  private final byte[] bytes;

  private CompressedJson(byte[] bytes) {
    this.bytes = bytes;
  }

  public static CompressedJson of(Object value, JsonMapper mapper) {
    if (SHARED.tryLock()) {
      try {
        DEFLATER.reset();
        return new CompressedJson(deflated(value, mapper, DEFLATER));
      } finally {
        SHARED.unlock();
      }
    }
    try (Deflater own = new Deflater()) {
      return new CompressedJson(deflated(value, mapper, own));
    }
  }

  /** Compresses as it writes: the text of a long run fits in no array. */
  private static byte[] deflated(Object value, JsonMapper mapper, Deflater deflater) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    try (OutputStream json = new DeflaterOutputStream(out, deflater, PART)) {
      mapper.writeValue(json, value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  public static CompressedJson ofParts(List<byte[]> parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return new CompressedJson(all.toByteArray());
  }

  /** Throws where it is damaged, or of another type. */
  public <T> T read(TypeReference<T> type, JsonMapper mapper) {
    try (InputStream json = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
      return mapper.readValue(json, type);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  public int size() {
    return bytes.length;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  public List<byte[]> parts() {
    return IntStream.iterate(0, from -> from < bytes.length, from -> from + MAX_PART)
        .mapToObj(from -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_PART)))
        .toList();
  }
}
