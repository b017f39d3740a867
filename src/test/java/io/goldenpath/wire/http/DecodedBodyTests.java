package io.goldenpath.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodedBodyTests {

  private static final String TEXT = "{\"access_token\":\"abc\"}".repeat(3);

  @Property
  void neverBreaksOnWhatAServerCallsGzip(
      @ForAll @Size(max = 60) byte[] start, @ForAll @IntRange(max = 10) int kept) {
    byte[] gzip = gzip(TEXT);
    byte[] spoilt = Arrays.copyOf(gzip, gzip.length);
    System.arraycopy(start, 0, spoilt, kept, Math.min(start.length, gzip.length - kept));

    for (String coding : List.of("gzip", "deflate", "gzip, deflate")) {
      assertThat(DecodedBody.of(spoilt, List.of(coding), 100).text().length())
          .isLessThanOrEqualTo(100);
      assertThat(DecodedBody.of(start, List.of(coding), 100).text().length())
          .isLessThanOrEqualTo(100);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 9, 10, 11, 20})
  void tellsOfAStreamThatEndsEarlyAndKeepsItsStart(int length) {
    DecodedBody body =
        DecodedBody.of(Arrays.copyOf(gzip(TEXT), length), List.of("gzip"), Integer.MAX_VALUE);

    assertThat(body.flaw()).isEqualTo("its gzip ends in mid-stream");
    assertThat(TEXT).startsWith(body.text());
  }

  @Test
  void holdsWhatFitsExactlyAndTellsOfOneByteMore() {
    assertThat(DecodedBody.of(gzip(TEXT), List.of("gzip"), TEXT.length()).flaw()).isNull();
    assertThat(DecodedBody.of(gzip(TEXT), List.of("gzip"), TEXT.length() - 1).flaw())
        .isEqualTo("its body, unpacked, is more than " + (TEXT.length() - 1) + " bytes");
  }

  @Test
  void takesAnEmptyBodyForWhatItIs() {
    assertThat(DecodedBody.of(new byte[0], List.of("gzip"), 100))
        .isEqualTo(new DecodedBody("", null));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }
}
