package io.goldenpath.wire.http;

import io.netty.buffer.ByteBuf;

/**
 * Takes a body out of its chunks: a size may be padded with blanks, what follows a semicolon is
 * ignored, a line may end with a line feed alone, and trailers count for nothing.
 */
public final class ChunkedBody {

  private static final int MAX_LINE_BYTES = 16 * 1024;
  private static final int MAX_SIZE_DIGITS = 15;
  private static final int SHOWN_CHARACTERS = 32;

  private final ReplyBody body;
  private final StringBuilder line = new StringBuilder();
  private Part part = Part.SIZE;
  private long left;

  private enum Part {
    SIZE,
    DATA,
    DATA_END,
    TRAILER,
    END
  }

  public ChunkedBody(ReplyBody body) {
    this.body = body;
  }

  /** Whether the last chunk and its trailers have come. */
  public boolean ended() {
    return part == Part.END;
  }

  /** Reads all there is, even beyond the end. */
  public void read(ByteBuf in) throws BrokenReplyException {
    while (in.isReadable()) {
      switch (part) {
        case DATA -> readData(in);
        case END -> in.skipBytes(in.readableBytes());
        case SIZE, DATA_END, TRAILER -> readLine(in);
      }
    }
  }

  private void readData(ByteBuf in) {
    int length = (int) Math.min(left, in.readableBytes());
    body.take(in, length);
    left -= length;
    part = left == 0 ? Part.DATA_END : Part.DATA;
  }

  private void readLine(ByteBuf in) throws BrokenReplyException {
    while (in.isReadable()) {
      char next = (char) in.readUnsignedByte();
      if (next == '\n') {
        String whole = line.toString();
        line.setLength(0);
        endLine(whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole);
        return;
      }
      if (line.length() == MAX_LINE_BYTES) {
        throw new BrokenReplyException(
            "a line between chunks is over " + MAX_LINE_BYTES + " bytes");
      }
      line.append(next);
    }
  }

  private void endLine(String text) throws BrokenReplyException {
    switch (part) {
      case SIZE -> {
        left = size(text);
        part = left == 0 ? Part.TRAILER : Part.DATA;
      }
      case DATA_END -> {
        if (!text.isEmpty()) {
          throw new BrokenReplyException("a chunk is longer than its size says");
        }
        part = Part.SIZE;
      }
      case TRAILER -> part = text.isEmpty() ? Part.END : Part.TRAILER;
      case DATA, END -> throw new IllegalStateException("no line in " + part);
    }
  }

  private static long size(String text) throws BrokenReplyException {
    String digits = text.split(";", 2)[0].replaceFirst(" +$", "");
    String significant = digits.replaceFirst("^0+(?=.)", "");
    if (!digits.matches("[0-9a-fA-F]+") || significant.length() > MAX_SIZE_DIGITS) {
      throw new BrokenReplyException("the size of a chunk is '" + shown(digits) + "'");
    }
    return Long.parseLong(significant, 16);
  }

  private static String shown(String text) {
    String printable = text.replaceAll("[^ -~]", "?");
    return printable.length() > SHOWN_CHARACTERS
        ? printable.substring(0, SHOWN_CHARACTERS) + "…"
        : printable;
  }
}
