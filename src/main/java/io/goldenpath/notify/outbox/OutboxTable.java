package io.goldenpath.notify.outbox;

import io.goldenpath.history.store.RunStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Messages and what was told, as the history's database keeps them. */
record OutboxTable(JdbcClient client) {

  private static final Logger logger = LoggerFactory.getLogger(OutboxTable.class);

  /** In characters that every database takes, whatever a target has sent. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  static OutboxTable of(RunStore store) {
    return new OutboxTable(store.client());
  }

  List<LedgerEntry> ledger() {
    return read("SELECT details FROM goldenpath.notice_ledger", LedgerEntry.class);
  }

  /** In their order. */
  List<QueuedNotice> queue() {
    return read("SELECT details FROM goldenpath.notices ORDER BY number", QueuedNotice.class);
  }

  void write(Outbox.Changes changes) {
    changes.ledger().forEach(this::writeEntry);
    changes.queue().forEach(this::writeNotice);
  }

  private void writeEntry(String incident, Optional<LedgerEntry> entry) {
    client
        .sql("DELETE FROM goldenpath.notice_ledger WHERE incident = :incident")
        .param("incident", incident)
        .update();
    entry.ifPresent(present ->
        client
            .sql(
                """
                INSERT INTO goldenpath.notice_ledger (incident, details)
                VALUES (:incident, :details)
                """)
            .param("incident", incident)
            .param("details", MAPPER.writeValueAsString(present))
            .update());
  }

  private void writeNotice(Long number, Optional<QueuedNotice> notice) {
    client
        .sql("DELETE FROM goldenpath.notices WHERE number = :number")
        .param("number", number)
        .update();
    notice.ifPresent(present ->
        client
            .sql("INSERT INTO goldenpath.notices (number, details) VALUES (:number, :details)")
            .params(Map.of("number", number, "details", MAPPER.writeValueAsString(present)))
            .update());
  }

  private <T> List<T> read(String query, Class<T> type) {
    return client
        .sql(query)
        .query((row, _) -> parse(row.getString("details"), type))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty where it is not of this version. */
  private static <T> Optional<T> parse(String text, Class<T> type) {
    try {
      return Optional.of(MAPPER.readValue(text, type));
    } catch (RuntimeException unreadable) {
      logger.warn("A stored message cannot be read; it is left out", unreadable);
      return Optional.empty();
    }
  }
}
