package io.goldenpath.wire.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Takes replies apart as browsers do: Netty's own decoder is stricter. A chunked body is handed on
 * as it came, and what follows a 101 is left alone.
 */
public final class ReplyDecoder extends ByteToMessageDecoder {

  private final int maxHeaderBytes;
  private Part part = Part.HEAD;
  private boolean chunked;
  private long left;

  private enum Part {
    HEAD,
    BODY,
    END
  }

  /** Fails with a {@link BrokenReplyException} where a head is longer than this. */
  public ReplyDecoder(int maxHeaderBytes) {
    this.maxHeaderBytes = maxHeaderBytes;
  }

  /** Whether the body of the reply whose head came last is in chunks. */
  public boolean chunked() {
    return chunked;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws BrokenReplyException {
    switch (part) {
      case HEAD -> {
        try {
          readHead(in, out);
        } catch (BrokenReplyException broken) {
          part = Part.END;
          throw broken;
        }
      }
      case BODY -> readBody(in, out);
      case END -> {}
    }
  }

  /** The end of the connection ends a body that says nothing of its length. */
  @Override
  protected void decodeLast(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    super.decodeLast(context, in, out);
    if (part == Part.BODY && left == Long.MAX_VALUE) {
      part = Part.END;
      out.add(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  private void readHead(ByteBuf in, List<Object> out) throws BrokenReplyException {
    int start = ReplyHead.start(in);
    if (start < 0) {
      require(in.readableBytes() < ReplyHead.TELLING_BYTES, "it does not begin with HTTP");
      return;
    }
    int end = ReplyHead.end(in, start);
    require(
        (end < 0 ? in.writerIndex() : end) - start <= maxHeaderBytes,
        "headers beyond our bound of " + maxHeaderBytes + " bytes");
    if (end >= 0) {
      HttpResponse head = ReplyHead.read(in, start, end);
      BodyFraming framing = BodyFraming.of(head);
      out.add(head);
      begin(head.status(), framing, out);
    }
  }

  private void begin(HttpResponseStatus status, BodyFraming framing, List<Object> out) {
    chunked = framing.chunked();
    left = framing.length();
    if (status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
      part = Part.END;
    } else if (status.codeClass() != HttpStatusClass.INFORMATIONAL) {
      part = Part.BODY;
      endIfWhole(out);
    }
  }

  private void readBody(ByteBuf in, List<Object> out) {
    int length = (int) Math.min(left, in.readableBytes());
    out.add(new DefaultHttpContent(in.readRetainedSlice(length)));
    left -= left == Long.MAX_VALUE ? 0 : length;
    endIfWhole(out);
  }

  private void endIfWhole(List<Object> out) {
    if (left == 0) {
      part = Part.END;
      out.add(LastHttpContent.EMPTY_LAST_CONTENT);
    }
  }

  private static void require(boolean kept, String mistake) throws BrokenReplyException {
    if (!kept) {
      throw new BrokenReplyException(mistake);
    }
  }
}
