package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.duration;
import static io.goldenpath.history.store.SqlValues.seconds;

import io.goldenpath.history.store.Aggregate.RunTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of an aggregate, column by column. */
final class AggregateColumns {

  static final List<String> NAMES = List.copyOf(values(Aggregate.EMPTY).keySet());

  private AggregateColumns() {}

  static Map<String, Object> values(Aggregate aggregate) {
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, "", aggregate.runs());
    put(values, "scheduled_", aggregate.scheduled());
    VerdictTimes verdicts = aggregate.verdicts();
    values.put("up_seconds", seconds(verdicts.up()));
    values.put("degraded_seconds", seconds(verdicts.degraded()));
    values.put("down_seconds", seconds(verdicts.down()));
    values.put("unknown_seconds", seconds(verdicts.unknown()));
    put(values, "duration_", aggregate.times().duration());
    put(values, "first_event_", aggregate.times().firstEvent());
    put(values, "answer_", aggregate.times().answer());
    return values;
  }

  static Aggregate read(ResultSet row) throws SQLException {
    return new Aggregate(
        counts(row, ""),
        counts(row, "scheduled_"),
        new VerdictTimes(
            duration(row.getDouble("up_seconds")),
            duration(row.getDouble("degraded_seconds")),
            duration(row.getDouble("down_seconds")),
            duration(row.getDouble("unknown_seconds"))),
        new RunTimes(
            distribution(row, "duration_"),
            distribution(row, "first_event_"),
            distribution(row, "answer_")));
  }

  private static void put(Map<String, Object> values, String prefix, OutcomeCounts counts) {
    values.put(prefix + "passed", counts.passed());
    values.put(prefix + "degraded", counts.degraded());
    values.put(prefix + "failed", counts.failed());
    values.put(prefix + "broken", counts.broken());
  }

  private static void put(Map<String, Object> values, String prefix, TimeDistribution times) {
    values.put(prefix + "seconds", seconds(times.total()));
    values.put(prefix + "buckets", times.buckets().toArray(Long[]::new));
  }

  private static OutcomeCounts counts(ResultSet row, String prefix) throws SQLException {
    return new OutcomeCounts(
        row.getLong(prefix + "passed"),
        row.getLong(prefix + "degraded"),
        row.getLong(prefix + "failed"),
        row.getLong(prefix + "broken"));
  }

  private static TimeDistribution distribution(ResultSet row, String prefix) throws SQLException {
    Object[] buckets = (Object[]) row.getArray(prefix + "buckets").getArray();
    return new TimeDistribution(
        duration(row.getDouble(prefix + "seconds")),
        Arrays.stream(buckets).map(Long.class::cast).toList());
  }
}
