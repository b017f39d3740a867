package io.goldenpath.wire.http;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpVersion;

/**
 * Reads heads as browsers do, and hands a chunked body on as it came: what Netty takes for a chunk
 * is stricter than what browsers take for one.
 */
public final class ReplyDecoder extends HttpResponseDecoder {

  private static final int MAX_INITIAL_LINE_BYTES = 4 * 1024;
  private static final int PART_BYTES = 8 * 1024;
  private static final String TRANSFER_ENCODING = "Transfer-Encoding";

  private boolean chunked;

  public ReplyDecoder(int maxHeaderBytes) {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_INITIAL_LINE_BYTES)
            .setMaxHeaderSize(maxHeaderBytes)
            .setMaxChunkSize(PART_BYTES)
            .setAllowDuplicateContentLengths(true)
            .setStrictLineParsing(false));
  }

  /** Whether the body of the reply whose head came last is in chunks. */
  public boolean chunked() {
    return chunked;
  }

  /** The one place between a head and its body: a chunked body ends where its chunks say so. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage head) {
    if (super.isContentAlwaysEmpty(head)) {
      return true;
    }
    HttpHeaders headers = head.headers();
    chunked =
        head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) >= 0
            && headers.containsValue(TRANSFER_ENCODING, "chunked", true);
    headers.remove(TRANSFER_ENCODING);
    if (chunked) {
      clearContentLength();
    }
    return false;
  }
}
