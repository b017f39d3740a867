package io.goldenpath.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Options that the image gives its JVM. */
final class ImageOptions {

  static final Path FLAGS = Path.of("src/main/dist/jvm.flags");

  private static final Pattern ENTRYPOINT =
      Pattern.compile("^ENTRYPOINT (\\[.*])$", Pattern.MULTILINE);

  /** They name files of the image. */
  private static final Pattern OWN_FILES =
      Pattern.compile("-XX:(AOTCache|ErrorFile)=.*|-Djava\\.io\\.tmpdir=.*");

  private ImageOptions() {}

  /** As its entry point has them, without those that name files which are in the image alone. */
  static List<String> read() throws IOException {
    Matcher entrypoint = ENTRYPOINT.matcher(Files.readString(Path.of("Dockerfile")));
    assertThat(entrypoint.find()).isTrue();
    List<String> words =
        Stream.of(JsonMapper.shared().readValue(entrypoint.group(1), String[].class)).toList();
    return words.subList(1, words.indexOf("-jar")).stream()
        .filter(option -> !OWN_FILES.matcher(option).matches())
        .map(option ->
            option.equals("-XX:Flags=jvm.flags") ? "-XX:Flags=" + FLAGS.toAbsolutePath() : option)
        .toList();
  }
}
