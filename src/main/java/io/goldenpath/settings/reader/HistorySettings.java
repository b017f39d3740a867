package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * What the history keeps, and where.
 *
 * @param transcripts Null where none are kept.
 * @param folder Where a file of its own would be.
 * @param server Database server to use instead; null where there is none.
 */
public record HistorySettings(
    Duration runs,
    @Nullable Duration transcripts,
    DataSize size,
    Duration aggregates,
    Path folder,
    @Nullable Server server) {

  /** Database server, as {@code spring.datasource} names it. */
  public record Server(String url, String username, Secret password) {}
}
