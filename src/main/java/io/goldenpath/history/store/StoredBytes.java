package io.goldenpath.history.store;

import io.goldenpath.history.store.RunEntry.RunFrames;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What runs and transcripts take; to be changed in the transaction that changes them. */
final class StoredBytes {

  /** Columns and indexes of a run beside its details, about. */
  private static final long PER_RUN = 500;

  private final JdbcClient client;

  StoredBytes(JdbcClient client) {
    this.client = client;
  }

  long total() {
    return client
        .sql("SELECT bytes FROM goldenpath.stored_bytes")
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /** Without their frames. */
  void addedRuns(List<RunEntry> entries) {
    add(entries.stream().mapToLong(entry -> PER_RUN + entry.details().size()).sum());
  }

  void addedFrames(List<RunFrames> frames) {
    add(frames.stream().mapToLong(of -> of.frames().size()).sum());
  }

  /** These are about to be deleted. */
  void removeRuns(List<String> ids) {
    add(
        -sum(
            "SELECT SUM(OCTET_LENGTH(details) + %d) FROM goldenpath.runs WHERE id IN (:ids)"
                .formatted(PER_RUN),
            ids));
    removeFrames(ids);
  }

  /** The frames of these are about to be deleted. */
  void removeFrames(List<String> ids) {
    add(
        -sum(
            "SELECT SUM(OCTET_LENGTH(frames)) FROM goldenpath.transcripts WHERE run IN (:ids)",
            ids));
  }

  private long sum(String sql, List<String> ids) {
    return client.sql(sql).param("ids", ids).query((row, _) -> row.getLong(1)).single();
  }

  private void add(long bytes) {
    if (bytes != 0) {
      client
          .sql("UPDATE goldenpath.stored_bytes SET bytes = bytes + :bytes")
          .param("bytes", bytes)
          .update();
    }
  }
}
