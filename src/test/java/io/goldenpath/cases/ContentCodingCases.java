package io.goldenpath.cases;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Codings and byte-order marks of the login's reply. */
final class ContentCodingCases {

  private static final int BOMB = 64 * 1024 * 1024;

  private ContentCodingCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        of("gzip", reply -> reply.coded("gzip", ContentCodingCases::gzip)),
        of("gzip-x", reply -> reply.coded("x-gzip", ContentCodingCases::gzip)),
        of("gzip-capitals", reply -> reply.coded("GZIP", ContentCodingCases::gzip)),
        of("gzip-chunked", reply -> reply.coded("gzip", ContentCodingCases::gzip).cut(chunked())),
        of("coding-unknown", reply -> reply.with("Content-Encoding: quoted")),
        of("gzip-twice", reply -> reply.coded("gzip, gzip", body -> gzip(gzip(body)))),
        of(
            "gzip-twice-in-two-headers",
            reply -> reply.coded("gzip", body -> gzip(gzip(body))).with("Content-Encoding: gzip")),
        of(
            "deflate-then-gzip",
            reply -> reply.coded("deflate,gzip", body -> gzip(deflate(body, false)))),
        of("gzip-and-unknown", reply -> reply.with("Content-Encoding: gzip, quoted")),
        of("gzip-and-nothing", reply -> reply.coded(" , gzip,", ContentCodingCases::gzip))
            .expect(Expected.fails("login_failed", "login", "not with JSON")),
        of("gzip-named", reply -> reply.coded("gzip", body -> named(gzip(body)))),
        of(
            "gzip-without-checksum",
            reply -> reply.coded("gzip", body -> Arrays.copyOf(gzip(body), gzip(body).length - 8))),
        of(
            "gzip-wrong-checksum",
            reply ->
                reply.coded(
                    "gzip",
                    body ->
                        LoginReply.join(
                            Arrays.copyOf(gzip(body), gzip(body).length - 8), new byte[8]))),
        of(
            "gzip-trailing-zeros",
            reply -> reply.coded("gzip", body -> Arrays.copyOf(gzip(body), gzip(body).length + 8))),
        of("deflate", reply -> reply.coded("deflate", body -> deflate(body, false))),
        of("deflate-raw", reply -> reply.coded("deflate", body -> deflate(body, true))),
        of("identity", reply -> reply.with("Content-Encoding: identity")),
        of("bom", reply -> reply.body(ContentCodingCases::marked)),
        of(
            "bom-gzip-chunked",
            reply ->
                reply
                    .body(ContentCodingCases::marked)
                    .coded("gzip", ContentCodingCases::gzip)
                    .cut(chunked())),
        of(
            "charset-latin-1",
            reply ->
                reply
                    .without("Content-Type")
                    .with("Content-Type: application/json; charset=iso-8859-1")),
        of("no-content-type", reply -> reply.without("Content-Type")),
        of("brotli-unasked", reply -> reply.coded("br", ContentCodingCases::brotli))
            .expect(Expected.fails("login_failed", "login", "br, which was not offered")),
        of("zstd-unasked", reply -> reply.coded("zstd", ContentCodingCases::zstd))
            .expect(Expected.fails("login_failed", "login", "zstd, which was not offered")),
        of("gzip-in-name-only", reply -> reply.with("Content-Encoding: gzip"))
            .expect(Expected.fails("login_failed", "login", "gzip")),
        of(
                "gzip-cut-short",
                reply ->
                    reply.coded("gzip", body -> Arrays.copyOf(gzip(body), gzip(body).length / 2)))
            .expect(Expected.fails("login_failed", "login", "its gzip ends in mid-stream")),
        of(
                "deflate-cut-short",
                reply ->
                    reply.coded(
                        "deflate",
                        body -> Arrays.copyOf(deflate(body, true), deflate(body, true).length / 2)))
            .expect(Expected.fails("login_failed", "login", "its deflate ends in mid-stream")),
        of("gzip-only-its-head", reply -> reply.coded("gzip", body -> Arrays.copyOf(gzip(body), 7)))
            .expect(Expected.fails("login_failed", "login", "its gzip ends in mid-stream")),
        of("gzip-broken", reply -> reply.coded("gzip", body -> spoilt(gzip(body))))
            .expect(Expected.fails("login_failed", "login", "its gzip is broken")),
        of("brotli-inside-gzip", reply -> reply.coded("br, gzip", body -> gzip(brotli(body))))
            .expect(Expected.fails("login_failed", "login", "br, which was not offered")),
        of(
                "gzip-refusal",
                reply ->
                    reply
                        .starting("HTTP/1.1 401 Unauthorized")
                        .body(_ -> "{\"detail\":\"wrong password\"}".getBytes(UTF_8))
                        .coded("gzip", ContentCodingCases::gzip))
            .expect(Expected.fails("login_refused", "login", "wrong password")),
        of(
                "brotli-refusal",
                reply ->
                    reply
                        .starting("HTTP/1.1 401 Unauthorized")
                        .coded("br", ContentCodingCases::brotli))
            .expect(Expected.fails("login_refused", "login", "br, which was not offered")),
        of(
                "gzip-nine-times",
                reply -> reply.coded("gzip" + ",gzip".repeat(8), ContentCodingCases::gzip))
            .expect(Expected.fails("login_failed", "login", "more than 8 codings")),
        of("gzip-twice-bomb", reply -> reply.coded("gzip,gzip", _ -> gzip(gzip(new byte[BOMB]))))
            .expect(Expected.fails("login_failed", "login", "more than")),
        of("gzip-bomb", reply -> reply.coded("gzip", _ -> gzip(new byte[BOMB])))
            .expect(Expected.fails("login_failed", "login", "more than")),
        of("utf-16", reply -> reply.body(body -> new String(body, UTF_8).getBytes(UTF_16LE)))
            .expect(Expected.fails("login_failed", "login", "JSON")));
  }

  private static PlatformCase of(String name, UnaryOperator<LoginReply> change) {
    return PlatformCase.of(name).that(good -> good.login(change));
  }

  private static LoginReply.Transfer chunked() {
    return LoginReply.Transfer.chunked("%x\r\n");
  }

  private static byte[] marked(byte[] body) {
    return LoginReply.join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, body);
  }

  /** One block, stored as it is. */
  private static byte[] brotli(byte[] body) {
    int head = (body.length - 1) << 4 | 1 << 20;
    byte[] start = {(byte) head, (byte) (head >> 8), (byte) (head >> 16)};
    return LoginReply.join(start, body, new byte[] {3});
  }

  /** One block, stored as it is. */
  private static byte[] zstd(byte[] body) {
    ByteBuffer start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    start.putInt(0xfd2fb528).put((byte) 0xa0).putInt(body.length);
    int block = body.length << 3 | 1;
    start.put((byte) block).put((byte) (block >> 8)).put((byte) (block >> 16));
    return LoginReply.join(start.array(), body);
  }

  /** The same with the name of a file in its head, as {@code gzip} writes it. */
  private static byte[] named(byte[] gzip) {
    byte[] head = Arrays.copyOf(gzip, 10);
    head[3] = 8;
    byte[] name = "reply.json\0".getBytes(UTF_8);
    return LoginReply.join(head, name, Arrays.copyOfRange(gzip, 10, gzip.length));
  }

  private static byte[] spoilt(byte[] gzip) {
    byte[] spoilt = gzip.clone();
    Arrays.fill(spoilt, 10, 20, (byte) 0xff);
    return spoilt;
  }

  private static byte[] gzip(byte[] body) {
    return coded(body, GZIPOutputStream::new);
  }

  private static byte[] deflate(byte[] body, boolean raw) {
    return coded(
        body, out -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION, raw)));
  }

  private static byte[] coded(byte[] body, Coding coding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = coding.over(bytes)) {
      out.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** Opens a coding over a stream. */
  private interface Coding {
    OutputStream over(OutputStream out) throws IOException;
  }
}
